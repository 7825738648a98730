package org.jointattention.image;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.model.LabelClass;

/** How much of an image a class takes: its objects and their pixels, over all planes. */
public final class ClassArea {
    private final LabelClass labelClass;
    private final long objects;
    private final long pixels;

    /**
     * @param objects number of connected components
     * @param pixels of all of them
     */
    public ClassArea(LabelClass labelClass, long objects, long pixels) {
        this.labelClass = labelClass;
        this.objects = objects;
        this.pixels = pixels;
    }

    /**
     * Of each class but the background.
     *
     * @param planes whose labels are indices of classes
     */
    public static List<ClassArea> of(List<LabelPlane> planes, List<LabelClass> classes) {
        ObjectCounter counter = new ObjectCounter(classes.size());
        planes.forEach(counter::add);
        return of(counter, classes);
    }

    /** Of each class but the background. @param counter of as many labels as there are classes */
    public static List<ClassArea> of(ObjectCounter counter, List<LabelClass> classes) {
        long[] objects = counter.objects();
        long[] pixels = counter.pixels();
        List<ClassArea> areas = new ArrayList<>();
        for (int c = 1; c < classes.size(); c++) {
            areas.add(new ClassArea(classes.get(c), objects[c], pixels[c]));
        }
        return areas;
    }

    public String name() {
        return labelClass.name();
    }

    /** Number of connected components, plane by plane. */
    public long objects() {
        return objects;
    }

    public long pixels() {
        return pixels;
    }
}
