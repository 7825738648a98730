package org.jointattention.comparison;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jointattention.evaluation.ConfusionCounts;

/**
 * How often a class that an image has was missed altogether, over all images (of stacks: slices), classes and seeds of a network: such misses
 * make most of the differences of surface distances, which then take the image's diagonal.
 */
final class MissedObjects {
    private final List<ConfusionCounts> counts;

    /** @param results of the network, one a seed */
    MissedObjects(List<CellResult> results) {
        counts = results.stream()
                .flatMap(result -> result.scores().stream())
                .map(CellScore::counts)
                .filter(count -> count.truePositives() + count.falseNegatives() > 0)
                .collect(Collectors.toList());
    }

    /** How many there are in the truth, each class of each image or slice once a seed. */
    int all() {
        return counts.size();
    }

    /** Those of which not a single pixel was found. */
    int notHit() {
        return count(count -> count.truePositives() == 0);
    }

    /** Those of whose class nothing was drawn in the whole image or slice. */
    int notDrawn() {
        return count(count -> count.truePositives() + count.falsePositives() == 0);
    }

    private int count(Predicate<ConfusionCounts> missed) {
        return (int) counts.stream().filter(missed).count();
    }
}
