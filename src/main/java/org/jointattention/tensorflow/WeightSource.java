package org.jointattention.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Where a network gets its weights from: variables in training, constants in inference. */
interface WeightSource {
    /** The weight of that name, made at the first request. */
    Operand<TFloat32> get(WeightDeclaration declaration);
}
