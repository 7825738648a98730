package org.jointattention.segmentation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.files.CancelledException;
import org.jointattention.image.ImageException;
import org.jointattention.image.Normalizer;
import org.jointattention.image.Region;
import org.junit.Test;

public class VolumeSegmenterTest {
    private static final int TILE = 16;
    private static final int WIDTH = 75;
    private static final int HEIGHT = 53;

    private final FakePredictor predictor = new FakePredictor(2, TILE, TILE, 1, FakePredictor.wholeTile());
    private final Segmenter segmenter = new Segmenter(Planes.model(1, 1, TILE, 6), predictor);
    private final Stack stack = new Stack();

    private static final class Stack implements PlaneStack {
        private final List<Integer> read = new ArrayList<>();
        private int broken = -1;

        @Override
        public int count() {
            return 3;
        }

        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public int height() {
            return HEIGHT;
        }

        @Override
        public RandomAccessibleInterval<FloatType> plane(int index) {
            if (index == broken) {
                throw new ImageException("broken");
            }
            read.add(index);
            return Planes.random(WIDTH, HEIGHT, 1, index);
        }
    }

    private static final class Kept implements LabelBlocks {
        private final Map<String, byte[]> blocks = new HashMap<>();
        private final int blockWidth;
        private final int blockHeight;

        Kept(int blockWidth, int blockHeight) {
            this.blockWidth = blockWidth;
            this.blockHeight = blockHeight;
        }

        @Override
        public int blockWidth() {
            return blockWidth;
        }

        @Override
        public int blockHeight() {
            return blockHeight;
        }

        @Override
        public boolean has(int plane, Region block) {
            return blocks.containsKey(plane + ": " + block);
        }

        @Override
        public void write(int plane, Region block, byte[] labels) {
            assertEquals(block.size(), labels.length);
            byte[] former = blocks.put(plane + ": " + block, labels.clone());
            assertEquals("written twice", null, former);
        }

        byte[] labels(PlaneBlocks grid, int plane) {
            byte[] all = new byte[WIDTH * HEIGHT];
            for (long block = 0; block < grid.count(); block++) {
                if (grid.plane(block) == plane) {
                    put(grid.region(block), blocks.get(plane + ": " + grid.region(block)), all);
                }
            }
            return all;
        }

        private static void put(Region place, byte[] labels, byte[] all) {
            for (int y = 0; y < place.height(); y++) {
                System.arraycopy(labels, y * place.width(), all, (place.y() + y) * WIDTH + place.x(), place.width());
            }
        }
    }

    private void checkAll(PlaneBlocks grid, Kept kept) {
        assertEquals(grid.count(), kept.blocks.size());
        for (int plane = 0; plane < stack.count(); plane++) {
            LabelRows whole = new LabelRows(WIDTH, HEIGHT);
            segmenter.segment(stack.plane(plane), whole, Progress.NONE);
            assertArrayEquals("plane " + plane, whole.labels(), kept.labels(grid, plane));
        }
    }

    @Test
    public void blocksOfEverySizeGiveTheLabelsOfTheWhole() {
        for (int[] size : new int[][] {{20, 20}, {1, 53}, {100, 7}, {75, 53}, {33, 100}}) {
            Kept kept = new Kept(size[0], size[1]);
            VolumeSegmenter volume = new VolumeSegmenter(segmenter, stack, kept);
            volume.run(Progress.NONE);
            checkAll(volume.grid(), kept);
        }
    }

    @Test
    public void aStoppedRunIsGoneOnWith() {
        Kept kept = new Kept(20, 16);
        int runs = 0;
        boolean complete = false;
        while (!complete) {
            int before = kept.blocks.size();
            try {
                // Stopped as soon as something was added that was not there before.
                new VolumeSegmenter(segmenter, stack, kept).run(Progress.until(() -> kept.blocks.size() >= before + 5));
                complete = true;
            } catch (CancelledException e) {
                runs++;
                assertTrue(kept.blocks.size() > before);
            }
        }
        assertTrue("" + runs, runs > 3);
        checkAll(new VolumeSegmenter(segmenter, stack, kept).grid(), kept);
    }

    @Test
    public void aPlaneThatCannotBeReadDoesNotHarmTheOthers() {
        Kept kept = new Kept(32, 16);
        VolumeSegmenter volume = new VolumeSegmenter(segmenter, stack, kept);
        long perPlane = volume.grid().count() / 3;
        volume.run(0, 1, Progress.NONE);
        stack.broken = 1;
        assertThrows(ImageException.class, () -> volume.run(perPlane, perPlane + 1, Progress.NONE));
        volume.run(1, perPlane, Progress.NONE);
        stack.broken = -1;
        volume.run(Progress.NONE);
        checkAll(volume.grid(), kept);
    }

    @Test
    public void whatIsThereIsNotComputedAgain() {
        Kept kept = new Kept(20, 16);
        VolumeSegmenter volume = new VolumeSegmenter(segmenter, stack, kept);
        volume.run(Progress.NONE);
        Region lost = volume.grid().region(volume.grid().count() - 2);
        kept.blocks.values().forEach(labels -> Arrays.fill(labels, (byte) 9));
        kept.blocks.remove("2: " + lost);
        stack.read.clear();
        predictor.inputLengths().clear();
        new VolumeSegmenter(segmenter, stack, kept).run(Progress.NONE);
        assertEquals(List.of(2), stack.read);
        assertFalse(Arrays.equals(new byte[(int) lost.size()], kept.blocks.get("2: " + lost)));
        long others =
                kept.blocks.values().stream().filter(labels -> labels[0] == 9).count();
        assertEquals(volume.grid().count() - 1, others);
    }

    @Test
    public void partsOfTheWorkMakeTheSameLabels() {
        Kept kept = new Kept(20, 16);
        List<Normalizer> statistics = List.of(0, 1, 2).stream()
                .map(index -> segmenter.regions(stack.plane(index)).normalizer())
                .collect(Collectors.toList());
        PlaneBlocks grid = new VolumeSegmenter(segmenter, stack, kept, statistics).grid();
        for (long from : new long[] {30, 0, 10, 20, 40}) { // as tasks of a cluster end in any order
            long to = Math.min(grid.count(), from + 10);
            new VolumeSegmenter(segmenter, stack, kept, statistics).run(from, to, Progress.NONE);
        }
        new VolumeSegmenter(segmenter, stack, kept, statistics).run(0, grid.count(), Progress.NONE);
        checkAll(grid, kept);
    }

    @Test
    public void progressCountsWhatWasMissing() {
        Kept kept = new Kept(75, 16);
        new VolumeSegmenter(segmenter, stack, kept).run(0, 4, Progress.NONE); // the first plane
        List<Long> seen = new ArrayList<>();
        new VolumeSegmenter(segmenter, stack, kept).run(new Progress() {
            @Override
            public void update(long done, long total) {
                assertEquals(2L * WIDTH * HEIGHT, total);
                assertTrue(seen.isEmpty() || done >= seen.get(seen.size() - 1));
                seen.add(done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertEquals(2L * WIDTH * HEIGHT, (long) seen.get(seen.size() - 1));
    }

    @Test
    public void blocksAreNumberedBeyondTheRangeOfInt() {
        PlaneBlocks grid = new PlaneBlocks(2_000_000_000, 2_000_000_000, 1000, 512, 512);
        assertTrue(grid.count() > Integer.MAX_VALUE);
        long last = grid.count() - 1;
        assertEquals(999, grid.plane(last));
        assertEquals(2_000_000_000L, grid.region(last).right());
        assertEquals(2_000_000_000L, grid.region(last).bottom());
        assertThrows(IllegalArgumentException.class, () -> new PlaneBlocks(0, 1, 1, 1, 1));
    }
}
