package org.jointattention.image;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.Arrays;

/** One connected component of one label: pixels of a plane that touch each other, diagonally too. */
public final class LabelObject {
    private static final int FOREGROUND = 255;

    private final int label;
    private final int[] runs;
    private final Rectangle bounds;
    private final int area;
    private final double x;
    private final double y;

    /** @param runs row, first column and column behind the last one of each run of pixels, one after the other */
    LabelObject(int label, int[] runs) {
        this.label = label;
        this.runs = runs;
        this.bounds = bounds(runs);
        long count = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < runs.length; i += 3) {
            int length = runs[i + 2] - runs[i + 1];
            count += length;
            sumX += 0.5 * length * ((double) runs[i + 1] + runs[i + 2]);
            sumY += (runs[i] + 0.5) * length;
        }
        this.area = Math.toIntExact(count);
        this.x = sumX / count;
        this.y = sumY / count;
    }

    private static Rectangle bounds(int[] runs) {
        Rectangle bounds = new Rectangle(runs[1], runs[0], 0, 0);
        for (int i = 0; i < runs.length; i += 3) {
            bounds.add(runs[i + 1], runs[i]);
            bounds.add(runs[i + 2], runs[i] + 1);
        }
        return bounds;
    }

    public int label() {
        return label;
    }

    /** Number of pixels. */
    public int area() {
        return area;
    }

    /** The centroid's column; the middle of the first column is 0.5, as in ImageJ. */
    public double x() {
        return x;
    }

    /** The centroid's row; the middle of the first row is 0.5, as in ImageJ. */
    public double y() {
        return y;
    }

    /** The smallest rectangle around it. */
    public Rectangle bounds() {
        return new Rectangle(bounds);
    }

    /** Exactly its pixels as a selection, holes left out. */
    public Roi outline() {
        ByteProcessor mask = new ByteProcessor(bounds.width, bounds.height);
        byte[] pixels = (byte[]) mask.getPixels();
        for (int i = 0; i < runs.length; i += 3) {
            int row = (runs[i] - bounds.y) * bounds.width - bounds.x;
            Arrays.fill(pixels, row + runs[i + 1], row + runs[i + 2], (byte) FOREGROUND);
        }
        mask.setThreshold(FOREGROUND, FOREGROUND, ImageProcessor.NO_LUT_UPDATE);
        Roi roi = new ThresholdToSelection().convert(mask);
        roi.setLocation(bounds.x + roi.getXBase(), bounds.y + roi.getYBase());
        return roi;
    }
}
