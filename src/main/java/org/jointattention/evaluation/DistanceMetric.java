package org.jointattention.evaluation;

import java.util.OptionalDouble;

/**
 * Metrics of the distance between the surfaces of truth and prediction, 0 (best) and up, in pixels or in the unit of
 * the image.
 *
 * <p>Where neither truth nor prediction has the class, all are 0; where only one has it, all are the diagonal of the
 * image. Those in units are defined where the pixel size is known.
 */
public enum DistanceMetric implements Metric {
    /** 95th percentile Hausdorff distance in pixels. */
    HD95_PIXELS("hd95_px", false) {
        @Override
        double of(SurfaceDistances distances) {
            return distances.hausdorff95();
        }
    },
    /** Average symmetric surface distance in pixels. */
    ASSD_PIXELS("assd_px", false) {
        @Override
        double of(SurfaceDistances distances) {
            return distances.averageSymmetric();
        }
    },
    /** 95th percentile Hausdorff distance in the unit of the image. */
    HD95("hd95", true) {
        @Override
        double of(SurfaceDistances distances) {
            return distances.hausdorff95();
        }
    },
    /** Average symmetric surface distance in the unit of the image. */
    ASSD("assd", true) {
        @Override
        double of(SurfaceDistances distances) {
            return distances.averageSymmetric();
        }
    };

    private final String key;
    private final boolean calibrated;

    DistanceMetric(String key, boolean calibrated) {
        this.key = key;
        this.calibrated = calibrated;
    }

    abstract double of(SurfaceDistances distances);

    @Override
    public String key() {
        return key;
    }

    @Override
    public boolean isCalibrated() {
        return calibrated;
    }

    @Override
    public OptionalDouble of(ClassComparison comparison) {
        if (!calibrated) {
            return OptionalDouble.of(of(comparison, PixelSize.ONE_PIXEL));
        }
        return comparison
                .pixelSize()
                .map(size -> OptionalDouble.of(of(comparison, size)))
                .orElse(OptionalDouble.empty());
    }

    private double of(ClassComparison comparison, PixelSize size) {
        switch (comparison.counts().emptiness()) {
            case BOTH_EMPTY:
                return 0;
            case NEITHER_EMPTY:
                return of(comparison.surfaceDistances(size));
            default:
                return comparison.diagonal(size);
        }
    }
}
