package org.jointattention.image.zarr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.image.ImageException;

/** The axes of an image, slowest first: y and x are the last, and any of t, c and z come before, each at most once. */
public final class Axes {
    static final String ORDER = "tczyx";

    private final List<Axis> axes;

    private Axes(List<Axis> axes) {
        this.axes = List.copyOf(axes);
    }

    /**
     * Axes without units.
     *
     * @param keys such as {@code tczyx} or {@code zyx}
     * @throws ImageException if these are no axes of an image
     */
    public static Axes of(String keys) {
        return of(
                keys.chars()
                        .mapToObj(key -> new Axis((char) key, "" + (char) key, null))
                        .collect(Collectors.toList()),
                "the image");
    }

    /**
     * @param name of the image in messages
     * @throws ImageException if these are no axes of an image
     */
    public static Axes of(List<Axis> axes, String name) {
        Axes result = new Axes(axes);
        if (!result.keys().matches("[tcz]{0,3}yx")
                || result.keys().chars().distinct().count() != axes.size()) {
            throw new ImageException("The axes of " + name + " are '" + result.keys()
                    + "'; expected any of t, c and z, each once, and then y and x.");
        }
        return result;
    }

    static Axes read(Json json) {
        List<Axis> axes = new ArrayList<>();
        for (Json axis : json.objects("axes")) {
            axes.add(Axis.read(axis));
        }
        return of(axes, json.file());
    }

    /** As {@code tczyx}. */
    public String keys() {
        return axes.stream().map(axis -> "" + axis.key()).collect(Collectors.joining());
    }

    public List<Axis> list() {
        return axes;
    }

    public int size() {
        return axes.size();
    }

    /** The place of an axis, 0 for the slowest; -1 if there is none. */
    public int index(char key) {
        return keys().indexOf(key);
    }

    Axes without(char key) {
        return new Axes(axes.stream().filter(axis -> axis.key() != key).collect(Collectors.toList()));
    }

    List<String> names() {
        return axes.stream().map(Axis::name).collect(Collectors.toList());
    }
}
