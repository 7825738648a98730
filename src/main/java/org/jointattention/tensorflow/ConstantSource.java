package org.jointattention.tensorflow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jointattention.engine.EngineException;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Weights as constants of the graph. */
final class ConstantSource implements WeightSource {
    private final Ops tf;
    private final Weights weights;
    private final Map<String, Operand<TFloat32>> constants = new HashMap<>();

    ConstantSource(Ops tf, Weights weights) {
        this.tf = tf;
        this.weights = weights;
    }

    @Override
    public Operand<TFloat32> get(WeightDeclaration declaration) {
        return constants.computeIfAbsent(declaration.name(), name -> {
            float[] values = checked(declaration);
            checkFinite(name, values);
            return Tensors.constant(tf, declaration.shape(), values);
        });
    }

    /** @throws EngineException if a value that is to become a constant is not finite */
    static void checkFinite(String name, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new EngineException("The model's weight '" + name + "' cannot be used, since it holds " + value
                        + ". The model file is damaged, or its training diverged.");
            }
        }
    }

    /**
     * The values of a weight.
     *
     * @throws EngineException if the model's weight has another shape than the network asks for
     */
    float[] checked(WeightDeclaration declaration) {
        return checked(weights.get(declaration.name()), declaration);
    }

    static float[] checked(WeightArray array, WeightDeclaration declaration) {
        if (!Arrays.equals(array.shape(), declaration.shape())) {
            throw new EngineException("The model's weight '" + declaration.name() + "' has shape "
                    + Arrays.toString(array.shape()) + ", but the network asks for "
                    + Arrays.toString(declaration.shape()) + ": the weights belong to another network.");
        }
        return array.values();
    }
}
