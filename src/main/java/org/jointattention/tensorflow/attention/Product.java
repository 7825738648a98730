package org.jointattention.tensorflow.attention;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A dense matrix P of batch x queries x keys that need not be in memory as a whole. */
interface Product {
    /** P V, for V of batch x keys x channels. */
    Operand<TFloat32> times(Operand<TFloat32> values);

    /** The row of P of a scalar query index, as batch x 1 x keys. */
    Operand<TFloat32> row(Operand<TInt32> position);
}
