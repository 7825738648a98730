package org.jointattention.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Copies between Java arrays and tensors, in bulk. */
final class Tensors {
    private Tensors() {}

    static Shape shape(int... extents) {
        long[] sizes = new long[extents.length];
        for (int i = 0; i < extents.length; i++) {
            sizes[i] = extents[i];
        }
        return Shape.of(sizes);
    }

    /** A new tensor; the caller closes it. */
    static TFloat32 floats(int[] shape, float[] values) {
        TFloat32 tensor = TFloat32.tensorOf(shape(shape));
        tensor.asRawTensor().data().asFloats().write(values);
        return tensor;
    }

    /** A new tensor; the caller closes it. */
    static TUint8 bytes(int[] shape, byte[] values) {
        TUint8 tensor = TUint8.tensorOf(shape(shape));
        tensor.asRawTensor().data().write(values);
        return tensor;
    }

    /** Copies a float tensor's values; the tensor must still be open. */
    static void read(Tensor tensor, float[] values) {
        tensor.asRawTensor().data().asFloats().read(values);
    }

    static Operand<TFloat32> constant(Ops tf, int[] shape, float[] values) {
        try (TFloat32 tensor = floats(shape, values)) {
            return tf.constantOf(tensor);
        }
    }
}
