package org.jointattention.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An object with its place in an image, and a number that no other object of its class has in that image. */
public final class NumberedObject {
    private final LabelObject object;
    private final int plane;
    private final int number;

    private NumberedObject(LabelObject object, int plane, int number) {
        this.object = object;
        this.plane = plane;
        this.number = number;
    }

    /** All objects of all planes; numbers begin at 1 for each class and go on from plane to plane. */
    public static List<NumberedObject> of(List<LabelPlane> planes) {
        List<NumberedObject> objects = new ArrayList<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int plane = 0; plane < planes.size(); plane++) {
            for (LabelObject object : LabelObjects.of(planes.get(plane))) {
                objects.add(new NumberedObject(object, plane, numbers.merge(object.label(), 1, Integer::sum)));
            }
        }
        return objects;
    }

    public LabelObject object() {
        return object;
    }

    public int label() {
        return object.label();
    }

    /** Which slice and frame, counted as in {@link ImagePlanes}. */
    public int plane() {
        return plane;
    }

    public int number() {
        return number;
    }
}
