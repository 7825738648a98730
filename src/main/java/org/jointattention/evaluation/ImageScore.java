package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The metrics of all foreground classes in one image. */
public final class ImageScore {
    private final String name;
    private final int slice;
    private final String unit;
    private final List<ClassScore> classes;

    /**
     * @param name of the image: its file without the extension
     * @param slice the page within the file, from 1
     * @param unit of calibrated distances; empty if the pixel size is not known
     */
    public ImageScore(String name, int slice, String unit, List<ClassScore> classes) {
        this.name = name;
        this.slice = slice;
        this.unit = unit;
        this.classes = Collections.unmodifiableList(new ArrayList<>(classes));
    }

    /** Compares two masks of an image in the given classes. */
    public static ImageScore of(
            String name, int slice, ImageComparison comparison, List<Integer> classIds, List<Metric> metrics) {
        List<ClassScore> classes = new ArrayList<>();
        for (int id : classIds) {
            classes.add(ClassScore.of(comparison.ofClass(id), metrics));
        }
        String unit = comparison.pixelSize().map(PixelSize::unit).orElse("");
        return new ImageScore(name, slice, unit, classes);
    }

    public String name() {
        return name;
    }

    public int slice() {
        return slice;
    }

    public String unit() {
        return unit;
    }

    /** One score a class, in the order of the class ids. */
    public List<ClassScore> classes() {
        return classes;
    }
}
