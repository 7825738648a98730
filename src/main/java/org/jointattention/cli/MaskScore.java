package org.jointattention.cli;

import java.nio.file.Path;

/** Compares a label image with the mask of an expert. */
@FunctionalInterface
public interface MaskScore {
    /** The Dice coefficient of class 1, 0 to 1; NaN where it is not defined. */
    double dice(Path labels, Path mask);
}
