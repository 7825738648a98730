package org.jointattention.batch;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.model.LabelClass;
import org.jointattention.segmentation.FakePredictor;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Planes;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BatchTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path in;
    private Path out;

    @Before
    public void folders() throws IOException {
        in = temporary.newFolder("in").toPath();
        out = temporary.getRoot().toPath().resolve("out");
    }

    private Path image(String name) throws IOException {
        Path file = in.resolve(name);
        Files.createDirectories(file.getParent());
        ByteProcessor pixels = new ByteProcessor(20, 10);
        pixels.set(5, 5, 255);
        ImageFiles.savePng(new ImagePlus("x", pixels), file);
        return file;
    }

    private static FileSegmenter segmenter(FakePredictor.Network network) {
        Segmenter segmenter = new Segmenter(Planes.model(1, 1, 32, 8), new FakePredictor(1, 32, 32, 1, network));
        return new FileSegmenter(new ImageSegmenter(segmenter), EnumSet.of(Output.LABELS), false, "info");
    }

    private static List<String> statuses(List<FileOutcome> outcomes) {
        return outcomes.stream().map(FileOutcome::status).collect(Collectors.toList());
    }

    @Test
    public void subfoldersAreFoundButNotTheResults() throws IOException {
        image("a.png");
        image("sub/b.png");
        image("sub/b_labels.png"); // not the name of a result
        image(".hidden/c.png");
        image("results/d.png");
        Files.write(in.resolve("a_labels.tif"), new byte[1]);
        List<BatchFile> files = BatchFiles.below(in, in.resolve("results"), true);
        assertEquals(
                List.of("a.png", "sub/b.png", "sub/b_labels.png"),
                files.stream()
                        .map(file -> in.relativize(file.image()).toString().replace('\\', '/'))
                        .collect(Collectors.toList()));
        assertEquals(in.resolve("results/sub"), files.get(1).folder());
        assertEquals(1, BatchFiles.below(in, out, false).size());
    }

    @Test
    public void emptyFoldersAreRefused() {
        String message = assertThrows(ImageException.class, () -> BatchFiles.below(in, out, false))
                .getMessage();
        assertTrue(message, message.contains("subfolders were not searched"));
        assertThrows(ImageException.class, () -> BatchFiles.below(in.resolve("none"), out, true));
    }

    @Test
    public void resultsThatReplaceEachOtherAreRefused() throws IOException {
        image("a.png");
        Files.copy(in.resolve("a.png"), in.resolve("A.gif"));
        List<BatchFile> files = BatchFiles.below(in, out, false);
        String message = assertThrows(ImageException.class, () -> BatchFiles.check(files, EnumSet.of(Output.LABELS)))
                .getMessage();
        assertTrue(message, message.contains("same name"));
    }

    @Test
    public void whatFailsIsToldAndTheRestGoesOn() throws IOException {
        image("a.png");
        Files.write(in.resolve("b.png"), new byte[] {1});
        image("c.png");
        List<String> ended = new ArrayList<>();
        List<FileOutcome> outcomes = new FileBatch(segmenter(FakePredictor.perPixel()), false)
                .run(BatchFiles.below(in, out, false), Progress.NONE, new BatchListener() {
                    @Override
                    public void ended(FileOutcome outcome) {
                        ended.add(outcome.status());
                    }
                });
        assertEquals(List.of("done", "failed", "done"), statuses(outcomes));
        assertEquals(statuses(outcomes), ended);
        BatchSummary summary = new BatchSummary(List.of(new LabelClass("b", 0), new LabelClass("object", 1)), "CPU");
        List<List<String>> table = summary.table(outcomes);
        assertEquals(
                List.of("file", "status", "seconds", "object objects", "object pixels", "device", "error"),
                table.get(0));
        assertEquals("1", table.get(1).get(3));
        assertEquals("1", table.get(1).get(4));
        assertEquals("", table.get(2).get(3));
        assertTrue(table.get(2).get(6), table.get(2).get(6).contains("b.png"));
    }

    @Test
    public void fullMemoryFailsOneFileOnly() throws IOException {
        image("a.png");
        image("b.png");
        int[] calls = {0};
        FakePredictor.Network network = (tile, y, x, p) -> {
            if (calls[0]++ == 0) {
                throw new OutOfMemoryError("Java heap space");
            }
            return 0;
        };
        List<FileOutcome> outcomes = new FileBatch(segmenter(network), false)
                .run(BatchFiles.below(in, out, false), Progress.NONE, new BatchListener() {});
        assertEquals(List.of("failed", "done"), statuses(outcomes));
    }

    @Test
    public void cancelEndsWithinAFileAndLeavesNoHalfResult() throws IOException {
        image("a.png");
        image("b.png");
        image("c.png");
        List<Long> done = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void update(long now, long total) {
                done.add(now);
                assertEquals(3000, total);
            }

            @Override
            public boolean cancelled() {
                return !done.isEmpty() && done.get(done.size() - 1) >= 2000;
            }
        };
        List<FileOutcome> outcomes = new FileBatch(segmenter(FakePredictor.perPixel()), false)
                .run(BatchFiles.below(in, out, false), progress, new BatchListener() {});
        assertEquals(List.of("done", "done"), statuses(outcomes));
        assertFalse(Files.exists(out.resolve("c_labels.tif")));
        assertEquals(done, done.stream().sorted().collect(Collectors.toList()));
    }

    @Test
    public void whatIsThereIsSkippedWhereAskedFor() throws IOException {
        image("a.png");
        List<BatchFile> files = BatchFiles.below(in, out, false);
        FileBatch skipping = new FileBatch(segmenter(FakePredictor.perPixel()), true);
        assertEquals(List.of("done"), statuses(skipping.run(files, Progress.NONE, new BatchListener() {})));
        assertEquals(List.of("skipped"), statuses(skipping.run(files, Progress.NONE, new BatchListener() {})));
    }
}
