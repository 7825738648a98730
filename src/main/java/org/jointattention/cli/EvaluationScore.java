package org.jointattention.cli;

import java.nio.file.Path;
import org.jointattention.evaluation.IjLabelReader;
import org.jointattention.evaluation.ImageComparison;
import org.jointattention.evaluation.LabelReader;
import org.jointattention.evaluation.OverlapMetric;

/** Compares the first pages of two files. */
final class EvaluationScore implements MaskScore {
    private static final int FOREGROUND = 1;

    private final LabelReader reader = new IjLabelReader();

    @Override
    public double dice(Path labels, Path mask) {
        ImageComparison comparison = new ImageComparison(
                reader.read(mask).get(0), reader.read(labels).get(0));
        return OverlapMetric.DICE.of(comparison.ofClass(FOREGROUND).counts());
    }
}
