package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class TileGridTest {
    private static final int TILE = 16;

    @Test
    public void everyPixelIsCoveredWithWeightOne() {
        for (int alignment : new int[] {1, 2, 4, 16}) {
            for (int overlap = 0; overlap <= TILE / 2; overlap++) {
                for (int width = 1; width <= 40; width++) {
                    for (int height = 1; height <= 40; height += width % 3 + 1) {
                        checkWeights(new TileGrid(width, height, TILE, TILE, overlap, alignment));
                    }
                }
            }
        }
    }

    private static void checkWeights(TileGrid grid) {
        float[][] sums = new float[grid.height()][grid.width()];
        for (long tile = 0; tile < grid.count(); tile++) {
            addWeights(grid, grid.row(tile), grid.column(tile), sums);
        }
        for (float[] row : sums) {
            for (float sum : row) {
                assertEquals(1, sum, 1e-5);
            }
        }
    }

    private static void addWeights(TileGrid grid, int row, int column, float[][] sums) {
        for (int y = 0; y < Math.min(grid.tileHeight(), grid.height() - grid.y(row)); y++) {
            for (int x = 0; x < Math.min(grid.tileWidth(), grid.width() - grid.x(column)); x++) {
                float weight = grid.weight(row, column, y, x);
                assertTrue(weight >= 0);
                sums[grid.y(row) + y][grid.x(column) + x] += weight;
            }
        }
    }

    @Test
    public void lastTileEndsAtTheBorder() {
        TileGrid grid = new TileGrid(37, 37, TILE, TILE, 4, 1);
        assertEquals(3, grid.columns());
        assertEquals(0, grid.x(0));
        assertEquals(12, grid.x(1));
        assertEquals(21, grid.x(2));
    }

    @Test
    public void alignedTilesReachBeyondTheBorderByLessThanTheAlignment() {
        TileGrid grid = new TileGrid(37, 37, TILE, TILE, 4, 4);
        assertEquals(24, grid.x(grid.columns() - 1));
        for (int column = 0; column < grid.columns(); column++) {
            assertEquals(0, grid.x(column) % 4);
        }
    }

    @Test
    public void noTileIsNeedless() {
        assertEquals(1, new TileGrid(TILE, TILE, TILE, TILE, 8, 1).count());
        assertEquals(4, new TileGrid(2 * TILE, 2 * TILE, TILE, TILE, 0, 1).count());
        assertEquals(2, new TileGrid(TILE + 1, TILE, TILE, TILE, 8, 1).count());
    }

    @Test
    public void neighboursShareAtLeastTheOverlap() {
        TileGrid grid = new TileGrid(1000, 1, 48, 48, 10, 16);
        for (int column = 1; column < grid.columns(); column++) {
            assertTrue(grid.x(column - 1) + 48 - grid.x(column) >= 10);
        }
    }

    @Test
    public void outerQuarterOfAnOverlapDoesNotCount() {
        TileGrid grid = new TileGrid(100, TILE, TILE, TILE, 8, 1);
        assertEquals(0, grid.weight(0, 1, 3, 0), 0);
        assertEquals(0, grid.weight(0, 1, 3, 1), 0);
        assertTrue(grid.weight(0, 1, 3, 2) > 0);
        assertEquals(1, grid.weight(0, 1, 3, 7), 0.0);
        assertEquals(1, grid.weight(0, 0, 3, 0), 0.0);
    }

    @Test
    public void tilesOfAHugeImageAreCountedInLong() {
        TileGrid grid = new TileGrid(1_000_000, 1_000_000, 8, 8, 0, 1);
        assertEquals(15_625_000_000L, grid.count());
        assertEquals(124_999, grid.row(grid.count() - 1));
        assertEquals(999_992, grid.y(grid.row(grid.count() - 1)));
    }

    @Test
    public void impossibleGridsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TileGrid(0, 5, 16, 16, 4, 1));
        assertThrows(IllegalArgumentException.class, () -> new TileGrid(5, 5, 16, 16, 9, 1));
        assertThrows(IllegalArgumentException.class, () -> new TileGrid(5, 5, 16, 16, -1, 1));
        Exception e = assertThrows(IllegalArgumentException.class, () -> new TileGrid(5, 5, 20, 20, 4, 16));
        assertTrue(e.getMessage(), e.getMessage().contains("multiple of 16"));
    }

    @Test
    public void lastTileStartsWhereItFirstReachesTheEnd() {
        assertEquals(0, TileGrid.lastOrigin(5, 16, 4));
        assertEquals(0, TileGrid.lastOrigin(16, 16, 4));
        assertEquals(4, TileGrid.lastOrigin(17, 16, 4));
        assertEquals(4, TileGrid.lastOrigin(20, 16, 4));
        assertEquals(1, TileGrid.lastOrigin(17, 16, 1));
        assertEquals("no overflow", 2147483632L + 16, TileGrid.lastOrigin(Integer.MAX_VALUE, 16, 32));
    }

    @Test
    public void aRegionIsCoveredByTheTilesThatCountInIt() {
        for (int overlap : new int[] {0, 5, 8}) {
            for (int alignment : new int[] {1, 4, 16}) {
                TileGrid grid = new TileGrid(150, 97, TILE, TILE, overlap, alignment);
                for (int x = 0; x < 150; x += 7) {
                    checkCovering(grid, new Region(x, x % 60, Math.min(150 - x, 1 + x % 50), 1 + x % 37));
                }
            }
        }
    }

    private static void checkCovering(TileGrid grid, Region region) {
        TileGrid part = grid.covering(region);
        float[][] sums = new float[part.height()][part.width()];
        for (long tile = 0; tile < part.count(); tile++) {
            addWeights(part, part.row(tile), part.column(tile), sums);
        }
        for (int y = 0; y < region.height(); y++) {
            for (int x = 0; x < region.width(); x++) {
                assertEquals(1, sums[region.y() + y - part.top()][region.x() + x - part.left()], 1e-5);
            }
        }
        for (int column : new int[] {0, part.columns() - 1}) {
            assertTrue(region + ", column " + column, countsIn(part, column, region));
        }
    }

    private static boolean countsIn(TileGrid part, int column, Region region) {
        for (int x = 0; x < TILE; x++) {
            int inImage = part.left() + part.x(column) + x;
            if (part.columnWeights(column)[x] > 0 && inImage >= region.x() && inImage < region.right()) {
                return true;
            }
        }
        return false;
    }

    @Test
    public void tilesOfALargePlaneShareTheirWeights() {
        TileGrid grid = new TileGrid(Integer.MAX_VALUE - 300, 1, 256, 256, 64, 8);
        assertTrue(grid.columns() > 11_000_000);
        assertSame(grid.columnWeights(1000), grid.columnWeights(10_000_000));
        TileGrid end = grid.covering(new Region(Integer.MAX_VALUE - 400, 0, 100, 1));
        assertEquals(Integer.MAX_VALUE - 300, end.left() + end.width());
    }
}
