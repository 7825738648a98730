package org.jointattention.batch;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.jointattention.segmentation.FakePredictor;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Planes;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Results on a small file system of its own, which Linux gives to root only. */
public class BatchDiskTest {
    private static final int IMAGES = 30;
    private static final Set<Output> OUTPUTS = EnumSet.of(Output.LABELS, Output.OVERLAY);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final ModelSpec spec = Planes.model(1, 1, 32, 8);
    private final Model model =
            new Model(spec, new Weights(Map.of()), new ModelCard("any", "", "", "", "", "", Map.of()));
    private final BatchJob job = new BatchJob("any", model, InferenceSettings.standard(), OUTPUTS);
    private Path in;
    private Path disk;
    private boolean mounted;

    @Before
    public void mount() throws IOException, InterruptedException {
        in = temporary.newFolder("in").toPath();
        disk = temporary.newFolder("disk").toPath();
        mounted = call("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
        Assume.assumeTrue("a file system can be mounted", mounted);
        for (int i = 0; i < IMAGES; i++) {
            ByteProcessor pixels = new ByteProcessor(100, 150);
            pixels.set(i, 5, 255);
            ImageFiles.savePng(new ImagePlus("x", pixels), in.resolve(String.format("%02d.png", i)));
        }
    }

    @After
    public void unmount() throws IOException, InterruptedException {
        if (mounted) {
            call("umount", disk.toString());
        }
    }

    private static boolean call(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    private List<FileOutcome> run(Path out) {
        FakePredictor predictor = new FakePredictor(1, 32, 32, 1, FakePredictor.perPixel());
        FileSegmenter segmenter =
                new FileSegmenter(new ImageSegmenter(new Segmenter(spec, predictor)), OUTPUTS, false, "info");
        List<BatchFile> files = BatchFiles.below(in, out, false);
        try (ResultFolder results = ResultFolder.open(out, job, false)) {
            results.sweep(files, OUTPUTS);
            return new FileBatch(segmenter, BatchOptions.standard())
                    .with(results.manifest(predictor))
                    .run(files, Progress.NONE, new BatchListener() {});
        }
    }

    private static long count(List<FileOutcome> outcomes, String status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status().equals(status))
                .count();
    }

    @Test
    public void aFullDiskFailsFilesAndLosesNothing() throws IOException, InterruptedException {
        Path whole = temporary.newFolder("whole").toPath();
        run(whole);
        List<FileOutcome> outcomes = run(disk);
        long done = count(outcomes, "done");
        assertTrue(done + " done", done > 3 && done < IMAGES);
        assertEquals(IMAGES - done, count(outcomes, "failed"));
        String message = outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream())
                .findFirst()
                .get()
                .getMessage();
        assertTrue(message, message.contains("No space left") && message.contains("has room"));
        for (Path file : files(disk)) {
            assertSame(whole.resolve(file.getFileName()), file);
        }
        assertTrue(call("mount", "-o", "remount,size=8m", disk.toString()));
        List<FileOutcome> resumed = run(disk);
        assertEquals(0, count(resumed, "failed"));
        assertTrue(count(resumed, "skipped") > 0 && count(resumed, "skipped") <= done);
        assertEquals(2 * IMAGES, files(disk).size());
        for (Path file : files(disk)) {
            assertSame(whole.resolve(file.getFileName()), file);
        }
    }

    private static void assertSame(Path expected, Path file) throws IOException {
        assertArrayEquals(file.toString(), Files.readAllBytes(expected), Files.readAllBytes(file));
    }

    /** All but the manifest; what is half written is hidden, and would be found, too. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> !file.endsWith(ResultFolder.MANIFEST)).collect(Collectors.toList());
        }
    }

    @Test
    public void aReadOnlyDiskIsRefusedBeforeTheWork() throws InterruptedException {
        assertTrue(call("mount", "-o", "remount,ro", disk.toString()));
        String message = assertThrows(ImageException.class, () -> run(disk)).getMessage();
        assertTrue(message, message.contains("cannot be written to"));
    }
}
