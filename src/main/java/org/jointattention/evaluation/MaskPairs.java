package org.jointattention.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the prediction of each truth file by its name without the extension. A folder that segmentation wrote serves as
 * it is: {@code NAME_labels} is the prediction of {@code NAME} where there is no file of exactly that name, and
 * overlays and probabilities are left out.
 */
final class MaskPairs {
    private static final String LABELS = "_labels";
    private static final List<String> OTHER_RESULTS = List.of("_overlay.png", "_probabilities.tif");

    private final MaskFolder truth;
    private final MaskFolder predicted;
    private final Set<String> excluded;

    /**
     * @param excluded names of images to leave out
     * @throws EvaluationException if a folder is missing or has no image files
     */
    MaskPairs(Path truthFolder, Path predictedFolder, Set<String> excluded) {
        this.truth = new MaskFolder("truth", truthFolder);
        this.predicted = new MaskFolder("predicted", predictedFolder);
        this.excluded = new TreeSet<>(excluded);
    }

    /** The pairs in the order of their names; what has no counterpart, or several, is added to the problems. */
    List<MaskPair> find(Problems problems) {
        truth.reportAmbiguous(problems);
        predicted.reportAmbiguous(problems);
        List<MaskPair> pairs = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (String name : truth.names()) {
            Optional<String> match = match(name);
            match.ifPresent(used::add);
            if (excluded.contains(name)) {
                continue;
            }
            if (match.isPresent()) {
                MaskSource prediction = MaskSource.of(predicted.file(match.get()));
                pairs.add(new MaskPair(name, MaskSource.of(truth.file(name)), prediction));
            } else {
                problems.add(
                        truth.file(name) + " has no prediction named \"" + name + "\" in " + predicted.folder() + ".");
            }
        }
        reportOrphans(used, problems);
        reportExclusions(pairs, problems);
        return pairs;
    }

    private Optional<String> match(String name) {
        if (predicted.has(name)) {
            return Optional.of(name);
        }
        return Optional.of(name + LABELS).filter(predicted::has);
    }

    private void reportOrphans(Set<String> used, Problems problems) {
        for (String name : predicted.names()) {
            if (!used.contains(name) && !isOtherResult(predicted.file(name)) && !isExcluded(name)) {
                problems.add(predicted.file(name) + " has no truth named \"" + name + "\" in " + truth.folder() + ".");
            }
        }
    }

    private static boolean isOtherResult(Path file) {
        String name = file.getFileName().toString();
        return OTHER_RESULTS.stream().anyMatch(name::endsWith);
    }

    private boolean isExcluded(String name) {
        return excluded.contains(name)
                || name.endsWith(LABELS) && excluded.contains(name.substring(0, name.length() - LABELS.length()));
    }

    /** A name that excludes nothing is a slip of the pen, and the scores would not be those that were asked for. */
    private void reportExclusions(List<MaskPair> pairs, Problems problems) {
        for (String name : excluded) {
            if (!truth.has(name)) {
                problems.add(
                        "\"" + name + "\" is to be left out, but there is no such file in " + truth.folder() + ".");
            }
        }
        if (pairs.isEmpty() && problems.isEmpty()) {
            problems.add("All images are left out.");
        }
    }
}
