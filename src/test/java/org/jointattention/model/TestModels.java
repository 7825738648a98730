package org.jointattention.model;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.function.ThrowingRunnable;

/** Small models for tests, and the checks they share. */
public final class TestModels {
    private TestModels() {}

    public static ModelSpec spec() {
        return new ModelSpec(
                new BackboneSpec("denseunet", 3, 2, 8, 16),
                AttentionSpec.parse("joint:competitive@bottleneck,skip1"),
                2,
                List.of(new LabelClass("background", 0), new LabelClass("nucleus", 0x12abef)),
                NormalizationSpec.percentile(1.5, 99.8),
                0.3,
                new TileSpec(64, 16));
    }

    public static ModelCard card(String name) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("validation Dice", "0.95");
        figures.put("epochs", "12");
        return new ModelCard(
                name,
                "Nuclei, \"bright\": on dark.\nSecond line # no comment",
                "dsb2018 \u00b5m",
                "CC0-1.0",
                "Caicedo et al. 2019",
                "joint-attention train --seed 1",
                figures);
    }

    public static Weights weights() {
        Random random = new Random(7);
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        arrays.put("z/first", array(random, 3, 3, 2, 4));
        arrays.put("bias", array(random, 5));
        arrays.put("scalar", array(random));
        arrays.put("empty", array(random, 0, 7));
        return new Weights(arrays);
    }

    static WeightArray array(Random random, int... shape) {
        int size = 1;
        for (int extent : shape) {
            size *= extent;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new WeightArray(shape, values);
    }

    public static Model model(String name) {
        return new Model(spec(), weights(), card(name));
    }

    /** That it is refused with a message that holds all the parts. */
    static void assertRefused(ThrowingRunnable action, String... parts) {
        String message = assertThrows(ModelException.class, action).getMessage();
        for (String part : parts) {
            assertTrue("'" + part + "' is not in: " + message, message.contains(part));
        }
    }
}
