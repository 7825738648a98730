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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static FileBatch batch(FileSegmenter segmenter, int workers) {
        return new FileBatch(segmenter, BatchOptions.standard().withWorkers(workers));
    }

    @Test
    public void whatFailsIsToldAndTheRestGoesOn() throws IOException {
        image("a.png");
        Files.write(in.resolve("b.png"), new byte[] {1});
        image("c.png");
        List<String> ended = new ArrayList<>();
        List<FileOutcome> outcomes = batch(segmenter(FakePredictor.perPixel()), 3)
                .run(BatchFiles.below(in, out, false), Progress.NONE, new BatchListener() {
                    @Override
                    public void ended(FileOutcome outcome) {
                        ended.add(outcome.file().image().getFileName() + " " + outcome.status());
                    }
                });
        assertEquals(List.of("done", "failed", "done"), statuses(outcomes));
        assertEquals(Set.of("a.png done", "b.png failed", "c.png done"), Set.copyOf(ended));
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
        AtomicInteger calls = new AtomicInteger();
        FakePredictor.Network network = (tile, y, x, p) -> {
            if (calls.getAndIncrement() == 0) {
                throw new OutOfMemoryError("Java heap space");
            }
            return 0;
        };
        List<FileOutcome> outcomes = batch(segmenter(network), 1)
                .run(BatchFiles.below(in, out, false), Progress.NONE, new BatchListener() {});
        assertEquals(List.of("failed", "done"), statuses(outcomes));
    }

    /** What the threads tell of their files. */
    private static final class Recorder implements BatchListener {
        private final List<String> began = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private final AtomicInteger inside = new AtomicInteger();

        @Override
        public void began(BatchFile file, int index, int count) {
            tell(file, "began");
            began.add(index + " of " + count);
        }

        @Override
        public void opened(BatchFile file, String mapping) {
            tell(file, "opened");
        }

        @Override
        public void saved(BatchFile file, Path result) {
            assertTrue(Files.exists(result));
            tell(file, "saved");
        }

        @Override
        public void ended(FileOutcome outcome) {
            tell(outcome.file(), outcome.status());
        }

        private void tell(BatchFile file, String what) {
            assertEquals("one at a time", 1, inside.incrementAndGet());
            told.add(file.image().getFileName() + " " + what);
            inside.decrementAndGet();
        }
    }

    @Test
    public void eventsComeOneAtATimeAndOutcomesInOrder() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            names.add(image(String.format("%02d.png", i)).getFileName().toString());
        }
        Recorder recorder = new Recorder();
        List<FileOutcome> outcomes = batch(segmenter(FakePredictor.perPixel()), 4)
                .run(BatchFiles.below(in, out, false), Progress.NONE, recorder);
        assertEquals(
                names,
                outcomes.stream()
                        .map(outcome -> outcome.file().image().getFileName().toString())
                        .collect(Collectors.toList()));
        for (int i = 0; i < 30; i++) {
            String name = names.get(i);
            assertEquals(i + " of 30", recorder.began.get(i));
            assertEquals(
                    List.of(name + " began", name + " opened", name + " saved", name + " done"),
                    recorder.told.stream()
                            .filter(event -> event.startsWith(name))
                            .collect(Collectors.toList()));
        }
    }

    /** A file waits in its network until another one is written: only where they overlap does it end. */
    @Test
    public void othersAreReadAndWrittenWhileOneComputes() throws Exception {
        image("a.png");
        image("b.png");
        CountDownLatch written = new CountDownLatch(1);
        FakePredictor.Network network = (tile, y, x, p) -> {
            if (Thread.currentThread().getName().equals("waits")) {
                await(written);
            }
            return 0;
        };
        List<FileOutcome> outcomes = batch(segmenter(network), 2)
                .run(BatchFiles.below(in, out, false), Progress.NONE, new BatchListener() {
                    @Override
                    public void opened(BatchFile file, String mapping) {
                        Thread.currentThread().setName(file.image().endsWith("a.png") ? "waits" : "goes on");
                    }

                    @Override
                    public void saved(BatchFile file, Path result) {
                        written.countDown();
                    }
                });
        assertEquals(List.of("done", "done"), statuses(outcomes));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue("nothing else is done meanwhile", latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void noMoreFilesAreInWorkThanWorkers() throws IOException {
        for (int i = 0; i < 12; i++) {
            image(i + ".png");
        }
        AtomicInteger inWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        batch(segmenter(FakePredictor.perPixel()), 2)
                .run(BatchFiles.below(in, out, false), Progress.NONE, new BatchListener() {
                    @Override
                    public void began(BatchFile file, int index, int count) {
                        most.accumulateAndGet(inWork.incrementAndGet(), Math::max);
                    }

                    @Override
                    public void ended(FileOutcome outcome) {
                        inWork.decrementAndGet();
                    }
                });
        assertTrue(most + " in work", most.get() <= 2);
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
                done.add(now * 3000 / total);
            }

            @Override
            public boolean cancelled() {
                return !done.isEmpty() && done.get(done.size() - 1) >= 2000;
            }
        };
        List<FileOutcome> outcomes = batch(segmenter(FakePredictor.perPixel()), 1)
                .run(BatchFiles.below(in, out, false), progress, new BatchListener() {});
        assertEquals(List.of("done", "done"), statuses(outcomes));
        assertFalse(Files.exists(out.resolve("c_labels.tif")));
        assertEquals(done, done.stream().sorted().collect(Collectors.toList()));
    }

    @Test
    public void anInterruptEndsItAndIsKept() throws IOException {
        image("a.png");
        Thread.currentThread().interrupt();
        List<FileOutcome> outcomes = batch(segmenter((tile, y, x, p) -> slow()), 1)
                .run(BatchFiles.below(in, out, false), Progress.NONE, new BatchListener() {});
        assertTrue(Thread.interrupted());
        assertTrue(outcomes.size() <= 1);
        assertEquals(outcomes.size() == 1, Files.exists(out.resolve("a_labels.tif")));
    }

    private static float slow() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new AssertionError("the batch's threads are never interrupted", e);
        }
        return 0;
    }

    @Test
    public void theFirstFailureEndsItWhereAskedFor() throws IOException {
        image("a.png");
        Files.write(in.resolve("b.png"), new byte[] {1});
        image("c.png");
        BatchOptions options = BatchOptions.standard().withWorkers(1).withFailFast(true);
        List<FileOutcome> outcomes = new FileBatch(segmenter(FakePredictor.perPixel()), options)
                .run(BatchFiles.below(in, out, false), Progress.NONE, new BatchListener() {});
        assertEquals(List.of("done", "failed"), statuses(outcomes));
        assertFalse(Files.exists(out.resolve("c_labels.tif")));
    }

    @Test
    public void mistakesOfAListenerSurfaceWhenAllThreadsHaveEnded() throws IOException {
        image("a.png");
        image("b.png");
        BatchListener mistaken = new BatchListener() {
            @Override
            public void ended(FileOutcome outcome) {
                throw new IllegalStateException("a bug");
            }
        };
        FileBatch batch = batch(segmenter(FakePredictor.perPixel()), 2);
        List<BatchFile> files = BatchFiles.below(in, out, false);
        assertThrows(IllegalStateException.class, () -> batch.run(files, Progress.NONE, mistaken));
    }

    @Test
    public void whatIsThereIsSkippedWhereAskedFor() throws IOException {
        image("a.png");
        List<BatchFile> files = BatchFiles.below(in, out, false);
        FileBatch skipping = new FileBatch(
                segmenter(FakePredictor.perPixel()), BatchOptions.standard().withSkipExisting(true));
        assertEquals(List.of("done"), statuses(skipping.run(files, Progress.NONE, new BatchListener() {})));
        assertEquals(List.of("skipped"), statuses(skipping.run(files, Progress.NONE, new BatchListener() {})));
    }

    @Test
    public void aFileThatChangesWhileItIsReadLeavesNothing() throws IOException {
        Path a = image("a.png");
        assertFailsSaying("was changed", new BatchListener() {
            @Override
            public void opened(BatchFile file, String mapping) {
                write(a, "another image");
            }
        });
    }

    @Test
    public void aFileThatChangesBeforeItsResultsAreCompleteLeavesNothing() throws IOException {
        Path a = image("a.png");
        assertFailsSaying("was changed", new BatchListener() {
            @Override
            public void saved(BatchFile file, Path result) {
                write(a, "another image");
            }
        });
    }

    @Test
    public void aFileThatGoesAwayWhileItIsSegmentedLeavesNothing() throws IOException {
        Path a = image("a.png");
        assertFailsSaying("went away", new BatchListener() {
            @Override
            public void opened(BatchFile file, String mapping) {
                assertTrue(a.toFile().delete());
            }
        });
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertFailsSaying(String words, BatchListener listener) {
        List<FileOutcome> outcomes = batch(segmenter(FakePredictor.perPixel()), 1)
                .run(BatchFiles.below(in, out, false), Progress.NONE, listener);
        String message = outcomes.get(0).failure().get().getMessage();
        assertTrue(message, message.contains(words));
        assertFalse(Files.exists(out.resolve("a_labels.tif")));
    }
}
