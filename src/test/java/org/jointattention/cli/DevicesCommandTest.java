package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jointattention.engine.DeviceReport;
import org.jointattention.engine.Engines;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelFile;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Devices as the user sees them, with the real TensorFlow. */
public class DevicesCommandTest {
    private static final String NO_GPU = "error: A GPU was asked for, but there is none to use: ";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return Main.run(new PrintWriter(out), new PrintWriter(err), texts);
    }

    /** @param trials those that went well contain "right" */
    private static CommandRun show(String... trials) {
        DeviceReport.Entry[] entries = new DeviceReport.Entry[trials.length];
        for (int i = 0; i < trials.length; i++) {
            entries[i] = new DeviceReport.Entry(
                    "/job:localhost/device:GPU:" + i,
                    "GPU",
                    i * 2_500_000_000L,
                    trials[i].contains("right"),
                    trials[i]);
        }
        DeviceReport report = new DeviceReport("TF", "GPU build", "GPU:0", "on", "float32", List.of(entries));
        return new CommandRun(new DevicesCommand(() -> report));
    }

    @Test
    public void theRealDevicesWork() {
        assertEquals(err.toString(), 0, run("devices"));
        String text = out.toString();
        assertTrue(text, text.contains("library    TensorFlow 2."));
        assertTrue(text, text.matches("(?s).*natives    [CG]PU build for \\S+, unpacked to .*"));
        assertTrue(text, text.matches("(?s).*GPU        (none: \\S+|GPU:).*"));
        assertTrue(text, text.matches("(?s).*oneDNN     (on|off) \\(.*"));
        assertTrue(text, text.matches("(?s).*precision  (float32|bfloat16) \\(.*"));
        assertTrue(
                text, text.matches("(?s).*CPU:0 +CPU +[0-9.]+ GB free  convolution and gradient right, [0-9.]+ ms\\R"));
        assertEquals("", err.toString());
    }

    @Test
    public void failedTrialsAreStatusOne() {
        assertEquals(0, show("convolution and gradient right, 3 ms").status());
        assertEquals(1, show("right", "failed: no memory").status());
        CommandRun wrong = show("WRONG: the gradient is 0", "right");
        assertEquals(1, wrong.status());
        assertTrue(wrong.out(), wrong.out().contains("GPU:0    GPU               -  WRONG"));
        assertTrue(wrong.out(), wrong.out().contains("GPU:1    GPU     2.5 GB free  right"));
    }

    @Test
    public void segmentOnAMissingGpuSaysWhy() throws IOException {
        assumeNoGpu();
        Path model = folder.getRoot().toPath().resolve("model.zip");
        ModelFile.write(model(), model);
        Path image = CommandRun.square(folder.getRoot().toPath().resolve("image.png"), 32, 32, 200);
        Path results = folder.newFolder("results").toPath();
        assertEquals(1, run("segment", "--model", model, "--out", results, "--device", "gpu", image));
        assertSaysWhy();
        assertEquals(0, results.toFile().list().length);
    }

    @Test
    public void trainOnAMissingGpuSaysWhy() throws IOException {
        assumeNoGpu();
        Path images = folder.newFolder("images").toPath();
        Path masks = folder.newFolder("masks").toPath();
        for (int i = 0; i < 4; i++) {
            CommandRun.square(images.resolve(i + ".png"), 64, 64, 200);
            CommandRun.square(masks.resolve(i + ".png"), 64, 64, 1);
        }
        Path model = folder.getRoot().toPath().resolve("new.zip");
        String[] size = {"--patch=64", "--batch=1", "--steps=1"};
        assertEquals(
                1,
                run(
                        "train",
                        "--images",
                        images,
                        "--masks",
                        masks,
                        "--out",
                        model,
                        "--device",
                        "gpu",
                        size[0],
                        size[1],
                        size[2]));
        assertSaysWhy();
        assertFalse(Files.exists(model));
    }

    private void assumeNoGpu() {
        run("devices");
        assumeFalse(out.toString().contains("GPU        GPU:"));
        out.getBuffer().setLength(0);
    }

    private void assertSaysWhy() {
        assertEquals("", out.toString());
        String reason = err.toString().substring(Math.max(0, err.toString().indexOf(NO_GPU)));
        assertTrue(err.toString(), reason.startsWith(NO_GPU));
        assertTrue(reason, reason.matches("(?s).*(TensorFlow|driver|CUDA).*"));
        assertFalse(reason, reason.contains("at org."));
    }

    private static Model model() {
        ModelSpec spec = new ModelSpec(
                new BackboneSpec("denseunet", 1, 1, 8, 8),
                AttentionSpec.parse("none"),
                1,
                List.of(new LabelClass("background", 0), new LabelClass("object", 0xff0000)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(32, 8));
        ModelCard card = new ModelCard("m", "", "", "", "", "", Map.of());
        return new Model(spec, Engines.classPath().initialWeights(spec, 1), card);
    }
}
