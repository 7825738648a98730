package org.jointattention.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jointattention.engine.TrainerState;
import org.jointattention.model.Safetensors;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;

/**
 * All that a training needs to go on as if it had never stopped. Batches are a pure function of seed and
 * step, so that the step stands for the random state and the order of the data.
 */
final class Checkpoint {
    private static final String WEIGHTS = "weights/";
    private static final String OPTIMISER = "optimiser/";
    private static final String BEST = "best/";

    final TrainerState state;
    final Weights best;
    final double bestDice;
    final long bestStep;
    final double seconds;
    final double lossSum;
    final long lossCount;
    final String settings;

    /**
     * @param best the weights to keep so far, or null
     * @param bestDice their mean validation Dice; NaN where there is none
     * @param seconds time spent so far
     * @param lossSum sum of the losses since the last validation
     * @param lossCount number of those losses
     * @param settings what must be equal to go on
     */
    Checkpoint(
            TrainerState state,
            Weights best,
            double bestDice,
            long bestStep,
            double seconds,
            double lossSum,
            long lossCount,
            String settings) {
        this.state = state;
        this.best = best;
        this.bestDice = bestDice;
        this.bestStep = bestStep;
        this.seconds = seconds;
        this.lossSum = lossSum;
        this.lossCount = lossCount;
        this.settings = settings;
    }

    Safetensors toSafetensors() {
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        addAll(arrays, WEIGHTS, state.weights());
        addAll(arrays, OPTIMISER, state.optimiser());
        if (best != null) {
            addAll(arrays, BEST, best);
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("step", Long.toString(state.step()));
        metadata.put("best_dice", Double.toString(bestDice));
        metadata.put("best_step", Long.toString(bestStep));
        metadata.put("seconds", Double.toString(seconds));
        metadata.put("loss_sum", Double.toString(lossSum));
        metadata.put("loss_count", Long.toString(lossCount));
        metadata.put("settings", settings);
        return new Safetensors(new Weights(arrays), metadata);
    }

    /** @throws TrainingException if the file is no checkpoint of a training */
    static Checkpoint of(Safetensors file, String name) {
        Map<String, String> metadata = file.metadata();
        try {
            Weights best = part(file.weights(), BEST);
            return new Checkpoint(
                    new TrainerState(
                            Long.parseLong(value(metadata, "step")),
                            part(file.weights(), WEIGHTS),
                            part(file.weights(), OPTIMISER)),
                    best.names().isEmpty() ? null : best,
                    Double.parseDouble(value(metadata, "best_dice")),
                    Long.parseLong(value(metadata, "best_step")),
                    Double.parseDouble(value(metadata, "seconds")),
                    Double.parseDouble(value(metadata, "loss_sum")),
                    Long.parseLong(value(metadata, "loss_count")),
                    value(metadata, "settings"));
        } catch (NumberFormatException e) {
            throw new TrainingException(name + " is no checkpoint of a training: " + e.getMessage(), e);
        }
    }

    private static String value(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new NumberFormatException("it has no '" + key + "'.");
        }
        return value;
    }

    private static void addAll(Map<String, WeightArray> arrays, String prefix, Weights weights) {
        weights.asMap().forEach((name, array) -> arrays.put(prefix + name, array));
    }

    private static Weights part(Weights all, String prefix) {
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        all.asMap().forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                arrays.put(name.substring(prefix.length()), array);
            }
        });
        return new Weights(arrays);
    }
}
