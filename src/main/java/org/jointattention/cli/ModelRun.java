package org.jointattention.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.StringJoiner;
import org.jointattention.engine.Engine;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.Model;
import org.jointattention.model.ModelException;

/** A model as the user called it, made ready to run. */
final class ModelRun {
    private final String name;
    private final Model model;

    /** @param name a bundled model's name, or a file, as given */
    ModelRun(String name, Model model) {
        this.name = name;
        this.model = model;
    }

    /** @throws RuntimeException of the engine or of the model; its message names the model */
    Predictor predictor(Engine engine, PredictorOptions options) {
        try {
            return engine.predictor(model.spec(), model.weights(), options);
        } catch (EngineException e) {
            throw new EngineException(e.getMessage() + " (Model: " + name + ")", e);
        } catch (ModelException e) {
            throw new ModelException("The model " + name + " cannot be run: " + e.getMessage(), e);
        }
    }

    /** How results are made, a line for each fact: what results carry with them. */
    String info(Predictor predictor, int overlap) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("Made by: " + program());
        lines.add("Model: " + model.card().name() + (model.card().name().equals(name) ? "" : " (" + name + ")"));
        model.weightsSha256().ifPresent(sum -> lines.add("Weights SHA-256: " + sum));
        lines.add("Device: " + predictor.device().name() + " ("
                + predictor.device().reason() + ")");
        lines.add("Precision: " + predictor.precision().name().toLowerCase(Locale.ROOT) + " ("
                + predictor.precisionReason() + ")");
        lines.add("Tile: " + predictor.width() + "x" + predictor.height());
        lines.add("Overlap: " + overlap);
        return lines.toString();
    }

    private static String program() {
        try {
            return String.join(" ", new VersionProvider().getVersion());
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
