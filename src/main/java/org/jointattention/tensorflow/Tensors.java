package org.jointattention.tensorflow;

import java.util.Arrays;
import org.jointattention.engine.EngineException;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
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

    /** @throws EngineException if an array is not as long as its shape says */
    static void checkLength(String what, int length, int... shape) {
        long expected = 1;
        for (int extent : shape) {
            expected *= extent;
        }
        if (length != expected) {
            throw new EngineException("The " + what + " array has " + length + " values instead of " + expected
                    + " for " + Arrays.toString(shape) + ".");
        }
    }

    /** @throws EngineException if a value is NaN or infinite */
    static void checkFinite(String what, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new EngineException("The " + what + " array holds " + values[i] + " at index " + i
                        + ": every value must be finite.");
            }
        }
    }

    /** A new tensor; the caller closes it. As many values as the shape says. */
    static TFloat32 floats(int[] shape, float[] values) {
        checkLength("values", values.length, shape);
        TFloat32 tensor = TFloat32.tensorOf(shape(shape));
        tensor.asRawTensor().data().asFloats().write(values);
        return tensor;
    }

    /** A new tensor; the caller closes it. As many values as the shape says. */
    static TUint8 bytes(int[] shape, byte[] values) {
        checkLength("values", values.length, shape);
        TUint8 tensor = TUint8.tensorOf(shape(shape));
        tensor.asRawTensor().data().write(values);
        return tensor;
    }

    /** Copies a float tensor's values, all of them; the tensor must still be open. */
    static void read(Tensor tensor, float[] values) {
        if (tensor.dataType() != DataType.DT_FLOAT || tensor.size() != values.length) {
            throw new EngineException("TensorFlow gave " + tensor.dataType() + " of " + tensor.shape() + " where "
                    + values.length + " float values were expected: please report this.");
        }
        tensor.asRawTensor().data().asFloats().read(values);
    }

    static Operand<TFloat32> constant(Ops tf, int[] shape, float[] values) {
        try (TFloat32 tensor = floats(shape, values)) {
            return tf.constantOf(tensor);
        }
    }
}
