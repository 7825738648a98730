package org.jointattention.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LineChartTest {
    private static final int BLUE = 0x0072b2;
    private static final int VERMILLION = 0xd55e00;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static int count(ImageProcessor picture, int rgb, int fromRow, int toRow) {
        int n = 0;
        for (int y = fromRow; y < toRow; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                n += (picture.get(x, y) & 0xffffff) == rgb ? 1 : 0;
            }
        }
        return n;
    }

    private static LineChart.Panel panel(LineChart.Series... series) {
        return new LineChart.Panel("Epoch", "Loss", Arrays.asList(series));
    }

    private static LineChart.Series series(double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
        }
        return new LineChart.Series("s", x, y);
    }

    @Test
    public void panelsLieOneAboveTheOther() throws IOException {
        Path file = folder.getRoot().toPath().resolve("chart.png");
        new LineChart("Training", Arrays.asList(panel(series(3, 2, 1), series(3, 3, 2)), panel(series(0, 1))))
                .save(file);
        ImagePlus image = ImageFiles.open(file);
        ImageProcessor picture = image.getProcessor();
        int half = picture.getHeight() / 2;
        assertEquals(900, picture.getWidth());
        assertTrue(count(picture, BLUE, 0, half) > 500);
        assertTrue(count(picture, VERMILLION, 0, half) > 500);
        assertTrue(count(picture, BLUE, half, picture.getHeight()) > 500);
        assertEquals(0, count(picture, VERMILLION, half + 20, picture.getHeight()));
    }

    @Test
    public void fewAndBrokenPointsAreDrawn() {
        ImageProcessor point = new LineChart("t", Collections.singletonList(panel(series(5))))
                .draw()
                .getProcessor();
        assertTrue(count(point, BLUE, 0, point.getHeight()) > 40);
        double nan = Double.NaN;
        for (LineChart.Series series : new LineChart.Series[] {
            series(), series(nan, nan), series(1, nan, 2), series(4, 4, 4), series(Double.POSITIVE_INFINITY, 1)
        }) {
            new LineChart("t", Collections.singletonList(panel(series))).draw();
        }
        new LineChart("t", Collections.singletonList(panel())).draw();
    }

    @Test
    public void limitsLeaveRoom() {
        AxisLimits limits = AxisLimits.of(Arrays.asList(series(0, 10), series(Double.NaN, 20)));
        assertEquals(1, limits.xMin(), 0);
        assertEquals(2, limits.xMax(), 0);
        assertEquals(-1, limits.yMin(), 1e-9);
        assertEquals(21, limits.yMax(), 1e-9);
        AxisLimits flat = AxisLimits.of(Collections.singletonList(series(0)));
        assertTrue(flat.yMin() < 0 && flat.yMax() > 0 && flat.xMin() < 1 && flat.xMax() > 1);
    }

    @Test
    public void wrongInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LineChart.Series("s", new double[2], new double[3]));
        assertThrows(IllegalArgumentException.class, () -> new LineChart("t", Collections.emptyList()));
    }
}
