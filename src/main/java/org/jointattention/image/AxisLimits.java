package org.jointattention.image;

import java.util.List;

/** The range of a chart's axes: all finite points with a little room above and below; 0 to 1 where there are none. */
final class AxisLimits {
    private static final double ROOM = 0.05;

    private double xMin = Double.POSITIVE_INFINITY;
    private double xMax = Double.NEGATIVE_INFINITY;
    private double yMin = Double.POSITIVE_INFINITY;
    private double yMax = Double.NEGATIVE_INFINITY;

    private AxisLimits() {}

    static AxisLimits of(List<LineChart.Series> series) {
        AxisLimits limits = new AxisLimits();
        for (LineChart.Series one : series) {
            for (int i = 0; i < one.x().length; i++) {
                limits.include(one.x()[i], one.y()[i]);
            }
        }
        limits.complete();
        return limits;
    }

    double xMin() {
        return xMin;
    }

    double xMax() {
        return xMax;
    }

    double yMin() {
        return yMin;
    }

    double yMax() {
        return yMax;
    }

    private void include(double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            xMin = Math.min(xMin, x);
            xMax = Math.max(xMax, x);
            yMin = Math.min(yMin, y);
            yMax = Math.max(yMax, y);
        }
    }

    private void complete() {
        if (xMin > xMax) {
            xMin = 0;
            xMax = 1;
            yMin = 0;
            yMax = 1;
        }
        if (xMin == xMax) {
            xMin -= 0.5;
            xMax += 0.5;
        }
        double room = yMin == yMax ? Math.max(1e-6, Math.abs(yMin) * 0.1) : (yMax - yMin) * ROOM;
        yMin -= room;
        yMax += room;
    }
}
