package org.jointattention.tensorflow;

import org.jointattention.engine.EngineException;
import org.jointattention.model.Weights;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * All weights are constants, and batch normalisation is folded into them: kernel times {@code gamma /
 * sqrt(variance + epsilon)} along its output channels, and a bias {@code beta - mean * gamma /
 * sqrt(variance + epsilon)}.
 */
final class FoldedNet extends Net {
    private final Weights weights;
    private final ConstantSource constants;

    FoldedNet(Ops tf, Weights weights) {
        this(tf, weights, new ConstantSource(tf, weights));
    }

    private FoldedNet(Ops tf, Weights weights, ConstantSource constants) {
        super(tf, constants);
        this.weights = weights;
        this.constants = constants;
    }

    @Override
    Operand<TFloat32> normalized(
            String name, WeightDeclaration kernel, int outputAxis, WeightKind gammaKind, LinearLayer layer) {
        float[] gamma = weights.get(name + "/gamma").values();
        float[] beta = weights.get(name + "/beta").values();
        float[] mean = weights.get(name + "/mean").values();
        float[] variance = weights.get(name + "/variance").values();
        float[] factor = new float[gamma.length];
        float[] bias = new float[gamma.length];
        for (int i = 0; i < gamma.length; i++) {
            double scale = gamma[i] / Math.sqrt((double) variance[i] + EPSILON);
            factor[i] = (float) scale;
            bias[i] = (float) (beta[i] - mean[i] * scale);
            if (!(variance[i] >= 0) || !Float.isFinite(factor[i]) || !Float.isFinite(bias[i])) {
                throw new EngineException("The model's normalisation '" + name + "' cannot be used: channel " + i
                        + " has gamma " + gamma[i] + ", beta " + beta[i] + ", mean " + mean[i] + ", variance "
                        + variance[i] + ". The model file is damaged, or its training diverged.");
            }
        }
        float[] folded = scaled(constants.checked(kernel), kernel.shape(), outputAxis, factor);
        ConstantSource.checkFinite(kernel.name(), folded);
        Operand<TFloat32> linear = layer.apply(Tensors.constant(tf(), kernel.shape(), folded));
        return tf().nn.biasAdd(linear, tf().constant(bias));
    }

    private static float[] scaled(float[] kernel, int[] shape, int axis, float[] factor) {
        int inner = 1;
        for (int i = axis + 1; i < shape.length; i++) {
            inner *= shape[i];
        }
        float[] scaled = new float[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            scaled[i] = kernel[i] * factor[i / inner % factor.length];
        }
        return scaled;
    }
}
