package org.jointattention.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jointattention.engine.TrainerState;
import org.jointattention.model.Safetensors;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;

/**
 * All that a training needs to go on as if it had never stopped. Batches are a pure function of seed and
 * step, so that the step stands for the random state and the order of the data. The history is a part of
 * it, so that both are always of the same moment.
 */
final class Checkpoint {
    private static final String WEIGHTS = "weights/";
    private static final String OPTIMISER = "optimiser/";
    private static final String BEST = "best/";

    private final TrainerState state;
    private final Optional<BestWeights> best;
    private final double seconds;
    private final MeanLoss loss;
    private final String history;

    /**
     * @param best empty before the first validation
     * @param seconds time spent so far
     * @param loss of the steps since the last validation
     * @param history the rows so far as CSV
     */
    Checkpoint(TrainerState state, Optional<BestWeights> best, double seconds, MeanLoss loss, String history) {
        this.state = Objects.requireNonNull(state);
        this.best = best;
        this.seconds = seconds;
        this.loss = loss;
        this.history = Objects.requireNonNull(history);
    }

    TrainerState state() {
        return state;
    }

    Optional<BestWeights> best() {
        return best;
    }

    double seconds() {
        return seconds;
    }

    MeanLoss loss() {
        return loss;
    }

    String history() {
        return history;
    }

    Safetensors toSafetensors() {
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        addAll(arrays, WEIGHTS, state.weights());
        addAll(arrays, OPTIMISER, state.optimiser());
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("step", Long.toString(state.step()));
        metadata.put("seconds", Double.toString(seconds));
        metadata.put("loss_sum", Double.toString(loss.sum()));
        metadata.put("loss_count", Long.toString(loss.count()));
        metadata.put("history", history);
        best.ifPresent(kept -> {
            addAll(arrays, BEST, kept.weights());
            metadata.put("best_dice", Double.toString(kept.dice()));
            metadata.put("best_step", Long.toString(kept.step()));
        });
        return new Safetensors(new Weights(arrays), metadata);
    }

    /** @throws NumberFormatException if the file is no checkpoint of a training */
    static Checkpoint of(Safetensors file) {
        Map<String, String> metadata = file.metadata();
        TrainerState state = new TrainerState(
                Long.parseLong(value(metadata, "step")),
                part(file.weights(), WEIGHTS),
                part(file.weights(), OPTIMISER));
        MeanLoss loss = new MeanLoss(
                Double.parseDouble(value(metadata, "loss_sum")), Long.parseLong(value(metadata, "loss_count")));
        double seconds = Double.parseDouble(value(metadata, "seconds"));
        return new Checkpoint(state, best(file), seconds, loss, value(metadata, "history"));
    }

    private static Optional<BestWeights> best(Safetensors file) {
        Weights weights = part(file.weights(), BEST);
        if (weights.names().isEmpty()) {
            return Optional.empty();
        }
        double dice = Double.parseDouble(value(file.metadata(), "best_dice"));
        return Optional.of(new BestWeights(weights, dice, Long.parseLong(value(file.metadata(), "best_step"))));
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
