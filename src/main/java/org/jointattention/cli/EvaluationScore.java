package org.jointattention.cli;

import java.nio.file.Path;
import org.jointattention.evaluation.ImageComparison;
import org.jointattention.evaluation.Mask;
import org.jointattention.evaluation.OverlapMetric;

/** Compares the first pages of two files. */
final class EvaluationScore implements MaskScore {
    private static final int FOREGROUND = 1;

    @Override
    public double dice(Path labels, Path mask) {
        ImageComparison comparison =
                new ImageComparison(Mask.read(mask).get(0), Mask.read(labels).get(0));
        return OverlapMetric.DICE.of(comparison.ofClass(FOREGROUND).counts());
    }
}
