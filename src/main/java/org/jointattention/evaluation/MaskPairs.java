package org.jointattention.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the prediction of each truth file by its name without the extension. */
final class MaskPairs {
    private final MaskFolder truth;
    private final MaskFolder predicted;

    /** @throws EvaluationException if a folder is missing or has no image files */
    MaskPairs(Path truthFolder, Path predictedFolder) {
        this.truth = new MaskFolder("truth", truthFolder);
        this.predicted = new MaskFolder("predicted", predictedFolder);
    }

    /** The pairs in the order of their names; what has no counterpart, or several, is added to the problems. */
    List<MaskPair> find(Problems problems) {
        truth.reportAmbiguous(problems);
        predicted.reportAmbiguous(problems);
        List<MaskPair> pairs = new ArrayList<>();
        for (String name : truth.names()) {
            if (predicted.has(name)) {
                pairs.add(new MaskPair(name, truth.file(name), predicted.file(name)));
            } else {
                problems.add(
                        truth.file(name) + " has no prediction named \"" + name + "\" in " + predicted.folder() + ".");
            }
        }
        for (String name : predicted.names()) {
            if (!truth.has(name)) {
                problems.add(predicted.file(name) + " has no truth named \"" + name + "\" in " + truth.folder() + ".");
            }
        }
        return pairs;
    }
}
