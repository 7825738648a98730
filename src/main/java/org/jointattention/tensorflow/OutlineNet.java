package org.jointattention.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The operations of {@link FoldedNet} on weights without values: it costs the same, but cannot be run. */
final class OutlineNet extends Net {
    private final WeightSource source;

    OutlineNet(Ops tf) {
        this(tf, new Declarations(tf));
    }

    private OutlineNet(Ops tf, WeightSource source) {
        super(tf, source);
        this.source = source;
    }

    @Override
    Operand<TFloat32> normalized(
            String name, WeightDeclaration kernel, int outputAxis, WeightKind gamma, LinearLayer layer) {
        Operand<TFloat32> linear = layer.apply(source.get(kernel));
        return tf().nn.biasAdd(linear, weight(name + "/bias", WeightKind.BIAS, kernel.shape()[outputAxis]));
    }
}
