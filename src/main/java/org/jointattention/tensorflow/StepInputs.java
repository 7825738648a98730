package org.jointattention.tensorflow;

import org.jointattention.engine.EngineException;
import org.jointattention.model.ModelSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** The placeholders that a training step is fed with. */
final class StepInputs {
    private final Operand<TFloat32> images;
    private final Operand<TUint8> labels;
    private final Operand<TFloat32> learningRate;
    private final Operand<TFloat32> power1;
    private final Operand<TFloat32> power2;
    private final Operand<TFloat32> averaging;

    StepInputs(Ops tf, int batch, int patch, int channels) {
        images = tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(batch, patch, patch, channels)));
        labels = tf.placeholder(TUint8.class, Placeholder.shape(Tensors.shape(batch, patch, patch)));
        learningRate = scalar(tf);
        power1 = scalar(tf);
        power2 = scalar(tf);
        averaging = scalar(tf);
    }

    private static Operand<TFloat32> scalar(Ops tf) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape()));
    }

    /**
     * Refuses what would spoil the weights without any sign, or at once.
     *
     * @throws EngineException if a value is not finite, a label no class, or the learning rate no rate
     */
    static void check(float[] images, byte[] labels, int classes, double learningRate) {
        Tensors.checkFinite("images", images);
        for (byte label : labels) {
            int value = label & 0xff;
            if (value >= classes && value != ModelSpec.IGNORE) {
                throw new EngineException(
                        "Label " + value + " is no class of 0 to " + (classes - 1) + ", nor 255 (unlabelled).");
            }
        }
        if (!(learningRate >= 0 && learningRate <= Float.MAX_VALUE)) {
            throw new EngineException("The learning rate is " + learningRate + ", but must be finite and at least 0.");
        }
    }

    /** NHWC. */
    Operand<TFloat32> images() {
        return images;
    }

    /** Class indices, or 255. */
    Operand<TUint8> labels() {
        return labels;
    }

    Operand<TFloat32> learningRate() {
        return learningRate;
    }

    /** AdamW's beta1 to the power of the step's number. */
    Operand<TFloat32> power1() {
        return power1;
    }

    /** AdamW's beta2 to the power of the step's number. */
    Operand<TFloat32> power2() {
        return power2;
    }

    /** Decay of the moving average of the weights. */
    Operand<TFloat32> averaging() {
        return averaging;
    }
}
