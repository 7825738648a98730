package org.jointattention.image;

import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import java.awt.Point;
import java.awt.Rectangle;

/**
 * Sets the pixels that a ROI covers: all of an area, those of points (whole coordinates are pixel centres), and those whose centres are at most half the
 * stroke's width (at least half a pixel) away from a line.
 */
final class RoiPixels {
    /** Decides for one of two sides where a line of even width runs through pixel centres. */
    private static final double TIE = 1e-3;

    private final Roi roi;

    RoiPixels(Roi roi) {
        this.roi = roi;
    }

    /** Whether it marks pixels at all; texts, pictures and angles do not. */
    boolean isMark() {
        return !(roi instanceof TextRoi || roi instanceof ImageRoi)
                && (roi instanceof PointRoi || roi.isLine() || roi.isArea());
    }

    /**
     * @param planes which of several points are meant
     * @return whether any pixel lies in the picture
     */
    boolean fill(byte[] labels, int width, int height, byte value, PointFilter planes) {
        Painter painter = new Painter(labels, width, height, value);
        if (roi instanceof PointRoi) {
            points(painter, planes);
        } else if (roi.isLine()) {
            line(painter);
        } else {
            area(painter);
        }
        return painter.any;
    }

    /** Tells which points of a PointRoi are meant; each may have a position of its own. */
    interface PointFilter {
        boolean accepts(int point);
    }

    private void points(Painter painter, PointFilter planes) {
        Point[] points = roi.getContainedPoints();
        for (int i = 0; i < points.length; i++) {
            if (planes.accepts(i)) {
                painter.set(points[i].x, points[i].y);
            }
        }
    }

    private void area(Painter painter) {
        Rectangle bounds = roi.getBounds();
        ImageProcessor mask = roi.getMask();
        for (int y = 0; y < bounds.height; y++) {
            for (int x = 0; x < bounds.width; x++) {
                if (mask == null || mask.get(x, y) != 0) {
                    painter.set(bounds.x + x, bounds.y + y);
                }
            }
        }
    }

    private void line(Painter painter) {
        FloatPolygon corners = roi instanceof Line ? ((Line) roi).getFloatPoints() : roi.getFloatPolygon();
        double radius = Math.max(1, roi.getStrokeWidth()) / 2;
        for (int i = 0; i + 1 < corners.npoints; i++) {
            segment(
                    painter,
                    radius,
                    corners.xpoints[i],
                    corners.ypoints[i],
                    corners.xpoints[i + 1],
                    corners.ypoints[i + 1]);
        }
    }

    private static void segment(Painter painter, double radius, double x1, double y1, double x2, double y2) {
        int left = (int) Math.max(0, Math.floor(Math.min(x1, x2) - radius));
        int right = (int) Math.min(painter.width - 1.0, Math.ceil(Math.max(x1, x2) + radius));
        int top = (int) Math.max(0, Math.floor(Math.min(y1, y2) - radius));
        int bottom = (int) Math.min(painter.height - 1.0, Math.ceil(Math.max(y1, y2) + radius));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (distance(x - TIE, y - TIE, x1, y1, x2, y2) <= radius) {
                    painter.set(x, y);
                }
            }
        }
    }

    private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / square;
        double nearest = Math.max(0, Math.min(1, along));
        return Math.hypot(x - x1 - nearest * dx, y - y1 - nearest * dy);
    }

    private static final class Painter {
        private final byte[] labels;
        private final int width;
        private final int height;
        private final byte value;
        private boolean any;

        Painter(byte[] labels, int width, int height, byte value) {
            this.labels = labels;
            this.width = width;
            this.height = height;
            this.value = value;
        }

        void set(int x, int y) {
            if (x >= 0 && y >= 0 && x < width && y < height) {
                labels[y * width + x] = value;
                any = true;
            }
        }
    }
}
