package org.jointattention.engine;

import org.jointattention.model.Weights;

/**
 * A network in training. Arrays are NHWC, row-major. Not safe for use by several threads. Close it
 * when done.
 */
public interface Trainer extends AutoCloseable {
    /**
     * One step of the optimiser.
     *
     * @param images batch x patch x patch x channels finite values
     * @param labels batch x patch x patch class indices; 255 is ignored
     * @param learningRate the step's learning rate
     * @return the loss before the step
     * @throws EngineException if an array has the wrong length, a value is not finite or a label no
     *     class; the trainer can still be used. Also if the loss is not finite: then the weights are of no
     *     use, and each later call but {@link #device} and {@link #close} fails
     */
    float step(float[] images, byte[] labels, double learningRate);

    /**
     * Class probabilities of one tile with the weights to be kept (averaged ones where averaging is on), in
     * inference mode.
     *
     * @param input patch x patch x channels finite values
     * @param probabilities receives patch x patch x classes values
     */
    void predict(float[] input, float[] probabilities);

    /** The weights to be kept: averaged ones where averaging is on. */
    Weights weights();

    TrainerState state();

    /** Goes back to a state of a trainer of the same model and options. */
    void restore(TrainerState state);

    Device device();

    @Override
    void close();
}
