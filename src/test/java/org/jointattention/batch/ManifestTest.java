package org.jointattention.batch;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a batch knows of former ones. */
public class ManifestTest {
    private static final Set<Output> LABELS = EnumSet.of(Output.LABELS);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final ModelSpec spec = Planes.model(1, 1, 32, 8);
    private Path in;
    private Path out;

    @Before
    public void images() throws IOException {
        in = temporary.newFolder("in").toPath();
        out = temporary.getRoot().toPath().resolve("out");
        for (int i = 0; i < 3; i++) {
            image(i, 5);
        }
    }

    private void image(int number, int bright) {
        ByteProcessor pixels = new ByteProcessor(20, 10);
        pixels.set(bright, 5, 255);
        ImageFiles.savePng(new ImagePlus("x", pixels), in.resolve(number + ".png"));
    }

    private Model model() {
        return new Model(spec, new Weights(Map.of()), new ModelCard("any", "", "", "", "", "", Map.of()));
    }

    private BatchJob job(InferenceSettings settings, Set<Output> outputs) {
        return new BatchJob("any", model(), settings, outputs);
    }

    private List<String> run(BatchJob job, Set<Output> outputs, boolean redo) {
        FakePredictor predictor = new FakePredictor(1, 32, 32, 1, FakePredictor.perPixel());
        FileSegmenter segmenter =
                new FileSegmenter(new ImageSegmenter(new Segmenter(spec, predictor)), outputs, false, "info");
        List<BatchFile> files = BatchFiles.below(in, out, false);
        try (ResultFolder results = ResultFolder.open(out, job, redo)) {
            results.sweep(files, outputs);
            return new FileBatch(segmenter, BatchOptions.standard().withWorkers(2))
                    .with(results.manifest(predictor)).run(files, Progress.NONE, new BatchListener() {}).stream()
                            .map(FileOutcome::status)
                            .collect(Collectors.toList());
        }
    }

    private List<String> run() {
        return run(job(InferenceSettings.standard(), LABELS), LABELS, false);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(out.resolve(ResultFolder.MANIFEST));
    }

    @Test
    public void whatIsDoneIsSkipped() throws IOException {
        assertEquals(List.of("done", "done", "done"), run());
        assertEquals(3, lines().size());
        assertEquals(List.of("skipped", "skipped", "skipped"), run());
        assertEquals(3, lines().size());
        assertEquals(List.of("done", "done", "done"), run(job(InferenceSettings.standard(), LABELS), LABELS, true));
    }

    @Test
    public void aLineSaysWhatAndHow() throws IOException {
        run();
        String line = lines().stream()
                .filter(text -> text.contains("0.png"))
                .findFirst()
                .get();
        for (String part : List.of(
                "\"name\":\"0\"",
                "\"file\":\"" + in.resolve("0.png").toAbsolutePath() + "\"",
                "\"size\":" + Files.size(in.resolve("0.png")),
                "\"model\":\"any\"",
                "\"outputs\":[\"labels\"]",
                "\"tile\":32,\"overlap\":8,\"augment\":\"none\",\"precision\":\"auto\"",
                "\"status\":\"done\"",
                "\"device\":\"CPU\",\"precision\":\"float32\"",
                "{\"file\":\"0_labels.tif\",\"size\":" + Files.size(out.resolve("0_labels.tif")),
                "\"areas\":[{\"class\":\"object\",\"objects\":1,\"pixels\":1}]")) {
            assertTrue(part + " is not in " + line, line.contains(part));
        }
        assertTrue(line, line.matches(".*\"sha256\":\"[0-9a-f]{64}\".*\"time\":\"20[^\"]*Z\"}"));
    }

    @Test
    public void aChangedImageIsDoneAgain() throws IOException {
        run();
        image(1, 6);
        assertEquals(List.of("skipped", "done", "skipped"), run());
    }

    @Test
    public void aTouchedOrMovedImageIsNot() throws IOException {
        run();
        Files.setLastModifiedTime(in.resolve("1.png"), FileTime.fromMillis(1_000_000_000_000L));
        assertEquals(List.of("skipped", "skipped", "skipped"), run());
        assertEquals("the new time is noted", 4, lines().size());
        assertEquals(List.of("skipped", "skipped", "skipped"), run());
        assertEquals(4, lines().size());
        Files.move(in, in.resolveSibling("moved"));
        in = in.resolveSibling("moved");
        assertEquals(List.of("skipped", "skipped", "skipped"), run());
    }

    @Test
    public void anImageOfTheSameNameSizeAndTimeFromElsewhereIsDone() throws IOException {
        run();
        Path other = temporary.newFolder("other").toPath();
        FileTime time = Files.getLastModifiedTime(in.resolve("1.png"));
        byte[] bytes = Files.readAllBytes(in.resolve("1.png"));
        in = other;
        image(1, 7);
        byte[] different = Arrays.copyOf(Files.readAllBytes(in.resolve("1.png")), bytes.length);
        Files.write(in.resolve("1.png"), different);
        Files.setLastModifiedTime(in.resolve("1.png"), time);
        assertFalse(run().contains("skipped"));
    }

    @Test
    public void changedResultsAreMadeAgain() throws IOException {
        run();
        byte[] labels = Files.readAllBytes(out.resolve("0_labels.tif"));
        byte[] spoiled = labels.clone();
        spoiled[labels.length - 30] ^= 1;
        Files.write(out.resolve("0_labels.tif"), spoiled);
        Files.write(out.resolve("1_labels.tif"), Arrays.copyOf(labels, labels.length / 2));
        Files.delete(out.resolve("2_labels.tif"));
        assertEquals(List.of("done", "done", "done"), run());
        assertArrayEquals(labels, Files.readAllBytes(out.resolve("0_labels.tif")));
    }

    @Test
    public void copiedResultsAreThoseThatWereMade() throws IOException {
        run();
        Files.setLastModifiedTime(out.resolve("0_labels.tif"), FileTime.fromMillis(1_000_000_000_000L));
        assertEquals(List.of("skipped", "skipped", "skipped"), run());
    }

    @Test
    public void changedSettingsDoAllAgain() {
        run();
        BatchJob overlap = job(InferenceSettings.standard().withOverlap(OptionalInt.of(4)), LABELS);
        assertFalse(run(overlap, LABELS, false).contains("skipped"));
        assertTrue(run(overlap, LABELS, false).contains("skipped"));
        Set<Output> both = EnumSet.of(Output.LABELS, Output.OVERLAY);
        assertFalse(run(job(InferenceSettings.standard(), both), both, false).contains("skipped"));
        assertFalse("the overlay is there, but the labels are newer", run().contains("skipped"));
    }

    @Test
    public void aTornLineIsCutOffAndAForeignOneIgnored() throws IOException {
        run();
        Path manifest = out.resolve(ResultFolder.MANIFEST);
        List<String> lines = lines();
        Files.writeString(
                manifest,
                lines.get(0) + "\nnot json\n{\"name\":7}\n[]\n" + lines.get(1) + "\n"
                        + lines.get(2).substring(0, 40));
        assertEquals(1, run().stream().filter("done"::equals).count());
        assertEquals(6, lines().size());
        assertFalse(run().contains("done"));
        Files.writeString(manifest, "\u0000\u0000", StandardOpenOption.APPEND);
        assertFalse(run().contains("done"));
    }

    @Test
    public void failuresAreNotedAndTriedAgain() throws IOException {
        Files.write(in.resolve("1.png"), new byte[] {1, 2, 3});
        assertEquals(List.of("done", "failed", "done"), run());
        String line = lines().stream()
                .filter(text -> text.contains("1.png"))
                .findFirst()
                .get();
        assertTrue(line, line.contains("\"status\":\"failed\"") && line.contains("\"error\":\""));
        assertEquals(List.of("skipped", "failed", "skipped"), run());
        image(1, 3);
        assertEquals(List.of("skipped", "done", "skipped"), run());
    }

    @Test
    public void whatAKilledBatchLeftIsRemoved() throws IOException {
        Files.createDirectories(out);
        Path ours = out.resolve(".0_labels.tif.01234567-89ab-cdef-0123-456789abcdef.tmp");
        Path others = out.resolve(".z_labels.tif.01234567-89ab-cdef-0123-456789abcdef.tmp");
        Files.write(ours, new byte[1]);
        Files.write(others, new byte[1]);
        run();
        assertFalse(Files.exists(ours));
        assertTrue("no result of this batch", Files.exists(others));
        assertFalse("unlocked", Files.exists(out.resolve(".lock")));
    }

    @Test
    public void twoBatchesIntoOneFolderAreRefused() {
        BatchJob job = job(InferenceSettings.standard(), LABELS);
        try (ResultFolder first = ResultFolder.open(out, job, false)) {
            String message = assertThrows(ImageException.class, this::run).getMessage();
            assertTrue(message, message.contains("Another batch"));
        }
        assertEquals(List.of("done", "done", "done"), run());
    }
}
