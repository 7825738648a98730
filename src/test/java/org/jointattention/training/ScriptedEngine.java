package org.jointattention.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.jointattention.engine.Device;
import org.jointattention.engine.DeviceReport;
import org.jointattention.engine.Engine;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.engine.TrainerState;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;

/**
 * Trains a net of one weight, which depends on every pixel, label and learning rate so far. All pixels above
 * a threshold are foreground; a script may say which threshold at which step, and when the training diverges.
 */
public final class ScriptedEngine implements Engine {
    private static final String WEIGHT = "w";
    private static final String AVERAGE = "average/w";

    private final List<TrainerOptions> options = Collections.synchronizedList(new ArrayList<>());
    private LongToDoubleFunction threshold = step -> Double.NaN;
    private LongToDoubleFunction loss = step -> 0;
    private LongToDoubleFunction disturbance = step -> 0;
    private boolean tooLarge;
    private String deviceType = "CPU";

    /** @param normalisedGrey values above it are foreground, by steps done */
    public ScriptedEngine threshold(LongToDoubleFunction normalisedGrey) {
        threshold = normalisedGrey;
        return this;
    }

    /** @param added what is added to the loss of a step, by steps done before it */
    public ScriptedEngine loss(LongToDoubleFunction added) {
        loss = added;
        return this;
    }

    /** @param added what is added to the weight in a step, by steps done before it */
    public ScriptedEngine weight(LongToDoubleFunction added) {
        disturbance = added;
        return this;
    }

    /** Refuses every training for its memory. */
    public ScriptedEngine tooLarge() {
        tooLarge = true;
        return this;
    }

    public ScriptedEngine withDevice(String type) {
        deviceType = type;
        return this;
    }

    /** The options of each trainer so far. */
    public List<TrainerOptions> options() {
        return options;
    }

    @Override
    public Weights initialWeights(ModelSpec spec, long seed) {
        return weight(WEIGHT, new Random(seed).nextFloat());
    }

    @Override
    public Trainer trainer(ModelSpec spec, Weights weights, TrainerOptions wanted) {
        if (tooLarge) {
            throw new EngineException("Training needs about 999.0 GB of memory, but only 1.0 GB are free.");
        }
        options.add(wanted);
        return new ScriptedTrainer(spec, weights);
    }

    @Override
    public long trainerBytes(ModelSpec spec, TrainerOptions wanted) {
        return tooLarge ? 999_000_000_000L : 1_500_000_000L;
    }

    @Override
    public boolean hasGpu(int threads) {
        return deviceType.equals("GPU");
    }

    @Override
    public DeviceReport devices() {
        DeviceReport.Entry entry = new DeviceReport.Entry("/device:0", deviceType, 0, true, "ok");
        return new DeviceReport("1", "lib", "", "", "", List.of(entry));
    }

    @Override
    public Predictor predictor(ModelSpec spec, Weights weights, PredictorOptions wanted) {
        throw new EngineException("not scripted");
    }

    @Override
    public long predictorBytes(ModelSpec spec, PredictorOptions wanted) {
        return 0;
    }

    @Override
    public double matrixProductGflops(int threads) {
        return 0;
    }

    private static Weights weight(String name, float value) {
        return new Weights(Map.of(name, new WeightArray(new int[] {1}, new float[] {value})));
    }

    private static float value(Weights weights, String name) {
        return weights.get(name).values()[0];
    }

    /** The only weight. */
    static float weightOf(Weights weights) {
        return value(weights, WEIGHT);
    }

    private final class ScriptedTrainer implements Trainer {
        private final ModelSpec spec;
        private float weight;
        private float average;
        private long step;

        ScriptedTrainer(ModelSpec spec, Weights weights) {
            this.spec = spec;
            this.weight = value(weights, WEIGHT);
            this.average = weight;
        }

        @Override
        public float step(float[] images, byte[] labels, double learningRate) {
            double sum = 0;
            for (int i = 0; i < labels.length; i++) {
                sum += images[i * spec.channels()] * ((labels[i] & 0xff) + 0.1 * (i % 7));
            }
            float value = (float) (1 + Math.abs(Math.sin(sum)) + loss.applyAsDouble(step));
            weight += (float) (learningRate * Math.sin(sum) + disturbance.applyAsDouble(step));
            average = 0.9f * average + 0.1f * weight;
            step++;
            if (!Float.isFinite(value)) {
                throw new EngineException("The loss became " + value + " at step " + step + ".");
            }
            return value;
        }

        @Override
        public void predict(float[] input, float[] probabilities) {
            double scripted = threshold.applyAsDouble(step);
            double limit = Double.isNaN(scripted) ? Math.sin(100 * average) : scripted;
            int classes = spec.classes().size();
            for (int i = 0; i < input.length / spec.channels(); i++) {
                float foreground = input[i * spec.channels()] > limit ? 1 : 0;
                probabilities[i * classes] = 1 - foreground;
                probabilities[i * classes + 1] = foreground;
            }
        }

        @Override
        public Weights weights() {
            return weight(WEIGHT, average);
        }

        @Override
        public TrainerState state() {
            return new TrainerState(step, weight(WEIGHT, weight), weight(AVERAGE, average));
        }

        @Override
        public void restore(TrainerState state) {
            step = state.step();
            weight = value(state.weights(), WEIGHT);
            average = value(state.optimiser(), AVERAGE);
        }

        @Override
        public Device device() {
            return new Device(deviceType, "it is scripted");
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
