package org.jointattention.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointattention.image.LabelNames;

/**
 * Finds the prediction of each truth file by its name without the extension. A folder that segmentation wrote serves as
 * it is: {@code NAME_labels} (see {@link LabelNames}) is the prediction of {@code NAME} where there is no file of exactly that name, and
 * overlays and probabilities are left out. Other files that belong to no truth are left out with a note, as long as each
 * truth has its prediction; else they are among the problems, for one of them may be the one that is missed.
 */
final class MaskPairs implements MaskPairing {
    private static final int SHOWN = 5;
    private static final List<String> OTHER_RESULTS = List.of("_overlay.png", "_probabilities.tif");

    private final MaskFolder truth;
    private final MaskFolder predicted;
    private final Set<String> excluded;
    private final Map<String, List<String>> labels;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param excluded names of images to leave out
     * @throws EvaluationException if a folder is missing or has no image files
     */
    MaskPairs(Path truthFolder, Path predictedFolder, Set<String> excluded) {
        this.truth = new MaskFolder("truth", truthFolder);
        this.predicted = new MaskFolder("predicted", predictedFolder);
        this.excluded = new TreeSet<>(excluded);
        this.labels = predicted.names().stream()
                .filter(LabelNames::isLabels)
                .sorted()
                .collect(Collectors.groupingBy(LabelNames::stem));
    }

    /** The pairs in the order of their names; what has no counterpart, or several, is added to the problems. */
    @Override
    public List<MaskPair> find(Problems problems) {
        truth.reportAmbiguous(problems);
        List<MaskPair> pairs = new ArrayList<>();
        Set<String> used = new HashSet<>();
        boolean missed = false;
        for (String name : truth.names()) {
            Optional<String> match = match(name);
            match.ifPresent(used::add);
            if (excluded.contains(name)) {
                continue;
            }
            if (match.isPresent()) {
                MaskSource prediction = MaskSource.of(predicted.file(match.get()));
                pairs.add(new MaskPair(name, MaskSource.of(truth.file(name)), prediction));
                reportSeveral(name, match.get(), problems);
            } else {
                missed = true;
                problems.add(
                        truth.file(name) + " has no prediction named \"" + name + "\" in " + predicted.folder() + ".");
            }
        }
        leaveOut(orphans(used), missed, problems);
        reportExclusions(pairs, problems);
        return pairs;
    }

    private Optional<String> match(String name) {
        if (predicted.has(name)) {
            return Optional.of(name);
        }
        return Optional.of(labelsOf(name)).filter(found -> !found.isEmpty()).map(found -> found.get(0));
    }

    /** What the user should know of files that were left out; empty before {@link #find}. */
    @Override
    public List<String> notes() {
        return notes;
    }

    private void reportSeveral(String name, String match, Problems problems) {
        predicted.reportAmbiguous(match, problems);
        for (String labels : labelsOf(name)) {
            if (!labels.equals(match) && !truth.has(labels)) {
                problems.add(predicted.file(match) + " and " + predicted.file(labels) + " are both predictions of \""
                        + name + "\"; keep one of them.");
            }
        }
    }

    /** Those called NAME_labels and the like, in the order of their names. */
    private List<String> labelsOf(String name) {
        return labels.getOrDefault(name, List.of());
    }

    private List<String> orphans(Set<String> used) {
        List<String> orphans = new ArrayList<>();
        for (String name : predicted.names()) {
            boolean second = LabelNames.isLabels(name) && used.contains(LabelNames.stem(name));
            if (!used.contains(name) && !second && !isOtherResult(predicted.file(name)) && !isExcluded(name)) {
                orphans.add(name);
            }
        }
        return orphans;
    }

    private void leaveOut(List<String> orphans, boolean missed, Problems problems) {
        if (missed) {
            orphans.forEach(name -> problems.add(
                    predicted.file(name) + " has no truth named \"" + name + "\" in " + truth.folder() + "."));
        } else if (!orphans.isEmpty()) {
            String names = orphans.stream()
                    .limit(SHOWN)
                    .map(name -> predicted.file(name).getFileName().toString())
                    .collect(Collectors.joining(", "));
            String more = orphans.size() > SHOWN ? " and " + (orphans.size() - SHOWN) + " more" : "";
            notes.add("Left out, as there is no truth of that name: " + names + more + ".");
        }
    }

    private static boolean isOtherResult(Path file) {
        String name = file.getFileName().toString();
        return OTHER_RESULTS.stream().anyMatch(name::endsWith);
    }

    private boolean isExcluded(String name) {
        return excluded.contains(name) || LabelNames.isLabels(name) && excluded.contains(LabelNames.stem(name));
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
