package org.jointattention.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Normalises by the moving statistics, unfolded: what a training looks at its validation images with. */
final class InferenceNet extends Net {
    private final WeightSource source;

    InferenceNet(Ops tf, WeightSource source) {
        super(tf, source);
        this.source = source;
    }

    @Override
    Operand<TFloat32> normalized(
            String name, WeightDeclaration kernel, int outputAxis, WeightKind gamma, LinearLayer layer) {
        int channels = kernel.shape()[outputAxis];
        return tf().nn
                .fusedBatchNorm(
                        layer.apply(source.get(kernel)),
                        weight(name + "/gamma", gamma, channels),
                        weight(name + "/beta", WeightKind.BIAS, channels),
                        weight(name + "/mean", WeightKind.MEAN, channels),
                        weight(name + "/variance", WeightKind.VARIANCE, channels),
                        FusedBatchNorm.epsilon(EPSILON),
                        FusedBatchNorm.isTraining(false))
                .y();
    }
}
