package org.jointattention.tensorflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;

/**
 * Draws the weights that a training starts from. Each weight has a random stream of its own, seeded by
 * its name, so that adding a layer leaves the start of the others alone.
 */
final class WeightInitializer {
    private static final double SMALL_DEVIATION = 0.01;

    private final long seed;

    WeightInitializer(long seed) {
        this.seed = seed;
    }

    Weights draw(Collection<WeightDeclaration> declarations) {
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        for (WeightDeclaration declaration : declarations) {
            arrays.put(declaration.name(), new WeightArray(declaration.shape(), values(declaration)));
        }
        return new Weights(arrays);
    }

    private float[] values(WeightDeclaration declaration) {
        float[] values = new float[declaration.size()];
        switch (declaration.kind()) {
            case KERNEL:
                fillNormal(values, declaration, 2.0);
                break;
            case PROJECTION:
                fillNormal(values, declaration, 1.0);
                break;
            case SMALL:
                fillNormal(values, declaration, SMALL_DEVIATION * SMALL_DEVIATION * fanIn(declaration));
                break;
            case GAMMA:
            case VARIANCE:
                Arrays.fill(values, 1f);
                break;
            default:
                break;
        }
        return values;
    }

    private void fillNormal(float[] values, WeightDeclaration declaration, double gain) {
        Random random =
                new Random(seed * 0x9E3779B97F4A7C15L + declaration.name().hashCode());
        double deviation = Math.sqrt(gain / fanIn(declaration));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
    }

    /** Inputs that one output sums over: kernel height x width x input channels. */
    private static double fanIn(WeightDeclaration declaration) {
        int[] shape = declaration.shape();
        double fanIn = 1;
        for (int axis = 0; axis < shape.length - 1; axis++) {
            fanIn *= shape[axis];
        }
        return fanIn;
    }
}
