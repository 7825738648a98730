package org.jointattention.cli;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DemoCommandTest {
    private static final String HOME = "jointattention.home";

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final FakeEngine engine = new FakeEngine();
    private final String home = System.getProperty(HOME);
    private Path out;

    @Before
    public void images() throws IOException {
        Path nuclei = temporary.getRoot().toPath().resolve("test-images/nuclei");
        Path images = Files.createDirectories(nuclei.resolve("images"));
        Path masks = Files.createDirectories(nuclei.resolve("masks"));
        out = temporary.getRoot().toPath().resolve("out");
        CommandRun.square(images.resolve("a.png"), 60, 30, 200);
        CommandRun.square(images.resolve("b.tif"), 90, 45, 100);
        CommandRun.square(masks.resolve("a.tif"), 60, 30, 1);
        CommandRun.square(masks.resolve("b.png"), 90, 45, 1);
        System.setProperty(HOME, temporary.getRoot().toString());
    }

    @After
    public void restoreHome() {
        if (home == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, home);
        }
    }

    private CommandRun run(MaskScore score, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--out";
        arguments[1] = out.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return new CommandRun(new DemoCommand(() -> engine, CommandRun::model, score), arguments);
    }

    @Test
    public void segmentsAndScoresTheTestImages() throws IOException {
        CommandRun run = run(new EvaluationScore());
        assertEquals(run.err(), 0, run.status());
        assertTrue(run.out(), run.out().contains("mean Dice 1.0000 of 2 images"));
        assertTrue(run.err(), run.err().contains("device=CPU"));
        assertEquals("image,dice,pixels\r\na.png,1.0000,1800\r\nb.tif,1.0000,4050\r\n", report());
        for (String name : new String[] {"labels.tif", "overlay.png"}) {
            assertArrayEquals(Files.readAllBytes(out.resolve("a_" + name)), Files.readAllBytes(out.resolve(name)));
            assertTrue(Files.exists(out.resolve("b_" + name)));
        }
    }

    private String report() throws IOException {
        return new String(Files.readAllBytes(out.resolve("report.csv")), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    public void imagesWithoutMaskAreNotScored() throws IOException {
        Files.delete(temporary.getRoot().toPath().resolve("test-images/nuclei/masks/b.png"));
        CommandRun run = run((labels, mask) -> 0.25);
        assertEquals(run.err(), 0, run.status());
        assertTrue(run.out(), run.out().contains("mean Dice 0.2500 of 1 images"));
        assertTrue(report(), report().contains("b.tif,,4050"));
    }

    @Test
    public void missingImagesAreExplained() {
        CommandRun run =
                run(new EvaluationScore(), "--images", out.resolve("nowhere").toString());
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("--images"));
    }
}
