package org.jointattention.segmentation;

import java.util.Locale;
import java.util.StringJoiner;
import org.jointattention.engine.Predictor;
import org.jointattention.model.Model;
import org.jointattention.model.ProgramVersion;

/** How results are made: what they carry with them, in ImageJ's property {@code Info}. */
public final class ResultInfo {
    private ResultInfo() {}

    /**
     * A line for each fact.
     *
     * @param name by which the user called the model: a bundled model's name, or a file
     * @param overlap pixels that neighbouring tiles share
     */
    public static String of(String name, Model model, Predictor predictor, int overlap) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("Made by: " + ProgramVersion.program());
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
}
