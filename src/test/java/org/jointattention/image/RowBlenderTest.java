package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class RowBlenderTest {
    private static final int CLASSES = 2;

    @Test
    public void tilesOfAnImageGiveTheImage() {
        for (int width : new int[] {1, 5, 16, 17, 39}) {
            for (int height : new int[] {1, 15, 16, 31, 50}) {
                checkImage(new TileGrid(width, height, 16, 16, 6, 1));
                checkImage(new TileGrid(width, height, 12, 16, 5, 4));
            }
        }
    }

    private static void checkImage(TileGrid grid) {
        List<float[]> rows = new ArrayList<>();
        RowBlender blender = new RowBlender(grid, CLASSES, (y, values) -> {
            assertEquals(rows.size(), y);
            rows.add(values.clone());
        });
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                blender.add(row, column, tile(grid, row, column), 3, 0.25f);
                blender.add(row, column, tile(grid, row, column), 3, 0.75f);
            }
            blender.finishRow(row);
        }
        assertEquals(grid.height(), rows.size());
        for (int y = 0; y < grid.height(); y++) {
            for (int i = 0; i < grid.width() * CLASSES; i++) {
                assertEquals(1, rows.get(y)[i] / value(i / CLASSES, y, i % CLASSES), 1e-5);
            }
        }
    }

    private static float[] tile(TileGrid grid, int row, int column) {
        float[] tile = new float[3 + grid.tileHeight() * grid.tileWidth() * CLASSES];
        for (int i = 0; i < tile.length - 3; i++) {
            int pixel = i / CLASSES;
            int x = grid.x(column) + pixel % grid.tileWidth();
            tile[3 + i] = value(x, grid.y(row) + pixel / grid.tileWidth(), i % CLASSES);
        }
        return tile;
    }

    private static float value(int x, int y, int c) {
        return 1 + x + 100 * y + 10_000 * c;
    }

    @Test
    public void theHeightOfTheImageTakesNoMemory() {
        TileGrid grid = new TileGrid(20_000, 1_000_000, 32, 32, 8, 1); // 160 GB as a whole
        List<Integer> rows = new ArrayList<>();
        new RowBlender(grid, CLASSES, (y, values) -> rows.add(y)).finishRow(0);
        assertEquals(grid.y(1), rows.size());
    }

    @Test
    public void tooWideRowsAreRefused() {
        TileGrid grid = new TileGrid(1 << 22, 1, 1024, 1024, 0, 1);
        Exception e = assertThrows(IllegalArgumentException.class, () -> new RowBlender(grid, 512, (y, values) -> {}));
        assertTrue(e.getMessage(), e.getMessage().contains("too wide"));
    }
}
