package org.jointattention.gui;

import ij.ImagePlus;
import java.awt.Frame;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import org.junit.Test;

/** The attention of a model over a test image. */
public class AttentionScenes extends Scenes {
    private static final String TITLE = "spotted-1-attention";

    @Test
    public void attention() {
        nuclei("spotted-1.png");
        replay("run(\"Inspect Attention...\", \"model=nuclei follow=true pointx=128 pointy=85\");");
        ImagePlus picture = newImage();
        Waiting.until("where it looked", () -> says("Where"));
        BufferedImage row = camera.picture(picture.getWindow());
        choosePart(1);
        Waiting.until("the gate", () -> says("Gate"));
        BufferedImage gate = camera.picture(picture.getWindow());
        Camera.save("attention", Camera.below(Camera.beside(row, gate), camera.picture(controls())));
    }

    private static boolean says(String beginning) {
        return Windows.onEventThread(
                () -> find(controls(), JLabel.class, "text").getText().startsWith(beginning));
    }

    private static void choosePart(int index) {
        Windows.onEventThread(() -> {
            find(controls(), JComboBox.class, "part").setSelectedIndex(index);
            return true;
        });
    }

    private static JFrame controls() {
        return Arrays.stream(Frame.getFrames())
                .filter(frame -> frame.isShowing() && frame instanceof JFrame)
                .filter(frame -> frame.getTitle().equals(TITLE))
                .map(JFrame.class::cast)
                .findFirst()
                .orElseThrow(AssertionError::new);
    }
}
