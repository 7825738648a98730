package org.jointattention.gui;

import java.awt.Frame;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JProgressBar;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The live window of a short training that does learn something. */
public class TrainingScenes extends Scenes {
    private static final int STEPS = 500;
    private static final int SHOWN_AT = 700; // of 1000

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Test
    public void trainWindow() {
        Path model = temporary.getRoot().toPath().resolve("nuclei.zip");
        MacroRun run = MacroRun.start("run(\"Train Model...\", \"source=Folders images=[" + NUCLEI.resolve("images")
                + "] masks=[" + NUCLEI.resolve("masks") + "] saveas=[" + model
                + "] classes=[background, nucleus] steps=" + STEPS
                + " patch=64 batch=4 preview=50 device=cpu threads=1\");");
        Waiting.until("the first steps", () -> done() > 0);
        Waiting.until("half of them", () -> done() >= SHOWN_AT / 2);
        Waiting.until("the steps to be shown", () -> done() >= SHOWN_AT);
        camera.take("train-window", window().get());
        find(window().get(), JButton.class, "cancel").doClick();
        run.awaitEnd();
    }

    private static int done() {
        if (!window().isPresent()) {
            return 0;
        }
        return Windows.onEventThread(
                () -> find(window().get(), JProgressBar.class, null).getValue());
    }

    private static Optional<Frame> window() {
        return Arrays.stream(Frame.getFrames())
                .filter(frame -> frame.isShowing() && "training".equals(frame.getName()))
                .findFirst();
    }
}
