package org.jointattention.engine;

import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;

/** The narrow door to the tensor library. Get one from {@link Engines}. */
public interface Engine {
    /**
     * Random weights to start a training from: the same for the same model and seed.
     *
     * @throws EngineException if the backbone or the attention is unknown or does not fit
     */
    Weights initialWeights(ModelSpec spec, long seed);

    /**
     * @throws EngineException if the weights do not fit the model, the tile is no multiple of the
     *     stride, the memory does not suffice, or the device is not there
     */
    Predictor predictor(ModelSpec spec, Weights weights, PredictorOptions options);

    /**
     * @throws EngineException if the weights do not fit the model, the patch is no multiple of the
     *     stride, the memory does not suffice, or the device is not there
     */
    Trainer trainer(ModelSpec spec, Weights weights, TrainerOptions options);

    /** Estimated bytes outside the Java heap that a predictor of these options will need. */
    long predictorBytes(ModelSpec spec, PredictorOptions options);

    /** Estimated bytes outside the Java heap that a trainer of these options will need. */
    long trainerBytes(ModelSpec spec, TrainerOptions options);

    /**
     * Whether there is a GPU that {@link DeviceChoice#AUTO} would choose.
     *
     * @param threads number of threads that this process is to compute with; 0 for one a processor. The
     *     library sets it for the whole process when it is first used, so ask with the number that the
     *     predictors and trainers will be given
     */
    boolean hasGpu(int threads);

    /** What the library and its devices are, each tried with one convolution and one gradient. */
    DeviceReport devices();

    /** GFLOP/s of a float32 matrix product of this process, for benchmarks. */
    double matrixProductGflops(int threads);
}
