package org.jointattention.evaluation;

import java.util.OptionalDouble;

/**
 * How well the border was drawn, 0 (worst) to 1 (best): the harmonic mean of the share of the predicted surface that lies
 * within a tolerance of the true one, and the share of the true surface that lies within it of the predicted one.
 *
 * <p>After Csurka et al., "What is a good evaluation measure for semantic segmentation?", BMVC 2013. Where neither truth
 * nor prediction has the class it is 1; where only one has it, 0.
 */
public final class BoundaryF1 implements Metric {
    private final int tolerance;

    /** @param tolerance in pixels, 0 or more */
    public BoundaryF1(int tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public String key() {
        return "boundary_f1_" + tolerance + "px";
    }

    @Override
    public OptionalDouble of(ClassComparison comparison) {
        switch (comparison.counts().emptiness()) {
            case BOTH_EMPTY:
                return OptionalDouble.of(1);
            case NEITHER_EMPTY:
                return OptionalDouble.of(f1(comparison.surfaceDistances(PixelSize.ONE_PIXEL)));
            default:
                return OptionalDouble.of(0);
        }
    }

    private double f1(SurfaceDistances distances) {
        double recall = distances.truthWithin(tolerance);
        double precision = distances.predictionWithin(tolerance);
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }
}
