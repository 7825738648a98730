package org.jointattention.cli;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.engine.DeviceReport;
import org.jointattention.engine.Engine;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.jointattention.segmentation.FakePredictor;

/** Makes predictors whose foreground is the normalised grey value, and remembers them. */
final class FakeEngine implements Engine {
    private final List<PredictorOptions> options = new ArrayList<>();
    private final List<FakePredictor> predictors = new ArrayList<>();

    private RuntimeException failure;
    private FakePredictor.Network network = FakePredictor.perPixel();

    /** Makes every later request for a predictor fail. */
    FakeEngine failingWith(RuntimeException value) {
        failure = value;
        return this;
    }

    /** What later predictors compute. */
    FakeEngine computing(FakePredictor.Network value) {
        network = value;
        return this;
    }

    @Override
    public Predictor predictor(ModelSpec spec, Weights weights, PredictorOptions wanted) {
        if (failure != null) {
            throw failure;
        }
        options.add(wanted);
        FakePredictor predictor =
                new FakePredictor(wanted.batch(), wanted.height(), wanted.width(), spec.channels(), network);
        predictors.add(predictor);
        return predictor;
    }

    List<PredictorOptions> options() {
        return options;
    }

    List<FakePredictor> predictors() {
        return predictors;
    }

    @Override
    public Weights initialWeights(ModelSpec spec, long seed) {
        throw new EngineException("fake");
    }

    @Override
    public Trainer trainer(ModelSpec spec, Weights weights, TrainerOptions wanted) {
        throw new EngineException("fake");
    }

    @Override
    public long predictorBytes(ModelSpec spec, PredictorOptions wanted) {
        return 0;
    }

    @Override
    public long trainerBytes(ModelSpec spec, TrainerOptions wanted) {
        return 0;
    }

    @Override
    public boolean hasGpu(int threads) {
        return false;
    }

    @Override
    public DeviceReport devices() {
        throw new EngineException("fake");
    }

    @Override
    public double matrixProductGflops(int threads) {
        return 0;
    }
}
