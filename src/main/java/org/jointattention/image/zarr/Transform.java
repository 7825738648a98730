package org.jointattention.image.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/** Where the pixels of an array lie: index times scale, plus translation, for each axis, slowest first. */
public final class Transform {
    static final String KEY = "coordinateTransformations";
    private static final String SCALE = "scale";
    private static final String TRANSLATION = "translation";

    private final double[] scale;
    private final double[] translation;

    /**
     * @param scale pixel size, in the unit of the axis
     * @param translation position of the centre of the first pixel
     */
    public Transform(double[] scale, double[] translation) {
        this.scale = scale.clone();
        this.translation = translation.clone();
    }

    /** Scale 1, no translation. */
    public static Transform identity(int rank) {
        double[] ones = new double[rank];
        Arrays.fill(ones, 1);
        return new Transform(ones, new double[rank]);
    }

    /** A scale, then perhaps a translation; without any it is the identity. */
    static Transform read(Json json, int rank) {
        Transform transform = identity(rank);
        if (!json.has(KEY)) {
            return transform;
        }
        List<Json> list = json.objects(KEY);
        for (int i = 0; i < list.size(); i++) {
            String type = list.get(i).text("type");
            if (i == 0 && type.equals(SCALE)) {
                transform = new Transform(numbers(list.get(i), SCALE, rank), transform.translation);
            } else if (i == 1 && type.equals(TRANSLATION)) {
                transform = new Transform(transform.scale, numbers(list.get(i), TRANSLATION, rank));
            } else {
                throw json.unsupported(KEY, type, "a scale first, then perhaps a translation, nothing else");
            }
        }
        return transform;
    }

    private static double[] numbers(Json json, String key, int rank) {
        double[] numbers = json.numbers(key);
        if (numbers.length != rank) {
            throw json.unfit(key, rank + " numbers, one for each axis");
        }
        return numbers;
    }

    JsonArray toJson() {
        JsonArray list = new JsonArray();
        list.add(toJson(SCALE, scale));
        if (Arrays.stream(translation).anyMatch(value -> value != 0)) {
            list.add(toJson(TRANSLATION, translation));
        }
        return list;
    }

    private static JsonObject toJson(String type, double[] values) {
        JsonArray array = new JsonArray();
        Arrays.stream(values).forEach(array::add);
        JsonObject json = new JsonObject();
        json.addProperty("type", type);
        json.add(type, array);
        return json;
    }

    boolean isIdentity() {
        return Arrays.stream(scale).allMatch(value -> value == 1)
                && Arrays.stream(translation).allMatch(value -> value == 0);
    }

    /** The transform of every {@code steps[i]}-th pixel, the first one included. */
    Transform everyNth(int[] steps) {
        double[] coarser = scale.clone();
        for (int i = 0; i < coarser.length; i++) {
            coarser[i] *= steps[i];
        }
        return new Transform(coarser, translation);
    }

    /** This one, and then another. */
    Transform then(Transform next) {
        double[] scales = scale.clone();
        double[] translations = translation.clone();
        for (int i = 0; i < scales.length; i++) {
            scales[i] *= next.scale[i];
            translations[i] = translations[i] * next.scale[i] + next.translation[i];
        }
        return new Transform(scales, translations);
    }

    Transform without(int axis) {
        return axis < 0 ? this : new Transform(without(scale, axis), without(translation, axis));
    }

    private static double[] without(double[] values, int axis) {
        double[] rest = new double[values.length - 1];
        System.arraycopy(values, 0, rest, 0, axis);
        System.arraycopy(values, axis + 1, rest, axis, rest.length - axis);
        return rest;
    }

    /** Pixel size for each axis. */
    public double[] scale() {
        return scale.clone();
    }

    /** Position of the first pixel's centre for each axis. */
    public double[] translation() {
        return translation.clone();
    }
}
