package org.jointattention.tensorflow.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What training makes small. */
public interface Loss {
    /**
     * Adds the loss to a graph.
     *
     * @param logits M x K, one row a pixel
     * @param truth M x K one-hot rows; a row of zeros is a pixel without a label, which does not count
     * @return a scalar, 0 or more
     */
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> truth);
}
