package org.jointattention.tensorflow.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The plain sum of several losses. */
public final class SumOfLosses implements Loss {
    private final List<Loss> losses;

    public SumOfLosses(Loss... losses) {
        this.losses = List.of(losses);
    }

    @Override
    public Operand<TFloat32> of(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> truth) {
        return losses.stream()
                .map(loss -> loss.of(tf, logits, truth))
                .reduce(tf.math::add)
                .orElseThrow(() -> new IllegalStateException("no losses"));
    }
}
