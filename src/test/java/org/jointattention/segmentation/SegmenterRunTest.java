package org.jointattention.segmentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.engine.EngineException;
import org.jointattention.files.CancelledException;
import org.junit.After;
import org.junit.Test;

/** Cancelling, errors and their threads. */
public class SegmenterRunTest {
    private static final int TILE = 16;

    private static Segmenter segmenter(FakePredictor.Network network) {
        return new Segmenter(Planes.model(1, 1, TILE, 0), new FakePredictor(1, TILE, TILE, 1, network));
    }

    /** Counts tiles, and cancels after some. */
    private static final class Recorder implements Progress {
        private final List<Long> done = new ArrayList<>();
        private final int limit;
        private long total;

        Recorder(int limit) {
            this.limit = limit;
        }

        @Override
        public void update(long finished, long all) {
            done.add(finished);
            total = all;
        }

        @Override
        public boolean cancelled() {
            return done.size() >= limit;
        }
    }

    @After
    public void noThreadIsLeft() {
        boolean left = Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.isAlive() && thread.getName().startsWith("joint-attention-tiles"));
        assertFalse(left);
    }

    @Test
    public void progressCountsTiles() {
        Recorder recorder = new Recorder(100);
        segmenter(FakePredictor.perPixel()).segment(Planes.random(48, 32, 1, 1), (y, row) -> {}, recorder);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), recorder.done);
        assertEquals(6, recorder.total);
    }

    @Test
    public void progressCountsTilesUnderAugmentationToo() {
        Recorder recorder = new Recorder(100);
        segmenter(FakePredictor.perPixel())
                .withAugmentation(TestTimeAugmentation.flips())
                .segment(Planes.random(48, 16, 1, 1), (y, row) -> {}, recorder);
        assertEquals(Long.valueOf(3), recorder.done.get(recorder.done.size() - 1));
        assertEquals(3, recorder.total);
    }

    @Test
    public void cancelEndsBetweenTiles() {
        Recorder recorder = new Recorder(2);
        Segmenter segmenter = segmenter(FakePredictor.perPixel());
        assertThrows(
                CancelledException.class,
                () -> segmenter.segment(Planes.random(48, 32, 1, 1), (y, row) -> {}, recorder));
        assertEquals(List.of(1L, 2L), recorder.done);
    }

    @Test
    public void interruptionCancels() {
        Thread.currentThread().interrupt();
        Segmenter segmenter = segmenter(FakePredictor.perPixel());
        assertThrows(
                CancelledException.class,
                () -> segmenter.segment(Planes.random(48, 32, 1, 1), (y, row) -> {}, Progress.NONE));
        assertTrue(Thread.interrupted());
    }

    @Test
    public void errorsOfThePredictorSurface() {
        EngineException error = new EngineException("out of memory");
        Segmenter segmenter = segmenter((tile, y, x, p) -> {
            throw error;
        });
        assertSame(error, assertThrows(EngineException.class, () -> run(segmenter, Planes.random(48, 32, 1, 1))));
    }

    @Test
    public void errorsOfTheImageSurface() {
        IllegalStateException error = new IllegalStateException("disk gone");
        FunctionRandomAccessible<FloatType> broken = new FunctionRandomAccessible<>(
                3,
                (position, value) -> {
                    if (Thread.currentThread().getName().startsWith("joint-attention-tiles")
                            && position.getLongPosition(1) > 20) {
                        throw error;
                    }
                    value.set(position.getLongPosition(0));
                },
                FloatType::new);
        RandomAccessibleInterval<FloatType> plane = Views.interval(broken, new long[3], new long[] {47, 31, 0});
        Segmenter segmenter = segmenter(FakePredictor.perPixel());
        assertSame(error, assertThrows(IllegalStateException.class, () -> run(segmenter, plane)));
    }

    @Test
    public void errorsOfTheSinkSurface() {
        Segmenter segmenter = segmenter(FakePredictor.perPixel());
        assertThrows(
                ArithmeticException.class,
                () -> segmenter.segment(
                        Planes.random(48, 32, 1, 1),
                        (y, row) -> {
                            throw new ArithmeticException();
                        },
                        Progress.NONE));
    }

    private static void run(Segmenter segmenter, RandomAccessibleInterval<FloatType> plane) {
        segmenter.segment(plane, (y, row) -> {}, Progress.NONE);
    }
}
