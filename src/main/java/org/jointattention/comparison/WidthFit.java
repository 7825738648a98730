package org.jointattention.comparison;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jointattention.model.BackboneSpec;

/**
 * Chooses the widths of a backbone so that the network has about as many weights as another: one with more attention gets
 * thinner layers. Standard widths are kept where they are near enough, since multiples of 16 compute fastest. Where the
 * backbone has no growth to choose, the width of the bottleneck makes up for the coarse steps of the base width.
 */
final class WidthFit {
    private static final int WIDEST = 256;
    private static final int[] NEIGHBOURS = {0, -1, 1, -2, 2};

    private final long target;
    private final double tolerance;
    private final ToLongFunction<BackboneSpec> weights;
    private final Map<BackboneSpec, Long> counted = new HashMap<>();

    /**
     * @param target number of weights wanted
     * @param tolerance how far it may be missed, as a share of the target
     * @param weights counts the weights of the whole network with that backbone
     */
    WidthFit(long target, double tolerance, ToLongFunction<BackboneSpec> weights) {
        this.target = target;
        this.tolerance = tolerance;
        this.weights = weights;
    }

    /**
     * The standard widths where they will do, else those that come closest.
     *
     * @throws ComparisonException if none is near enough
     */
    BackboneSpec fit(BackboneSpec standard) {
        if (miss(standard) <= tolerance) {
            return standard;
        }
        int width = closestWidth(standard);
        BackboneSpec closest = sized(standard, width, width);
        boolean grows = count(closest) != count(sized(standard, width, width > 1 ? width - 1 : 2));
        BackboneSpec best = grows ? withGrowth(closest) : withBottleneck(closest);
        if (miss(best) > tolerance) {
            throw new ComparisonException(String.format(
                    Locale.ROOT,
                    "No width of %s brings the network within %.1f %% of %d weights: the closest has %d. Give a larger"
                            + " tolerance, or a larger preset.",
                    standard.name(),
                    tolerance * 100,
                    target,
                    count(best)));
        }
        return best;
    }

    /** With base width and growth alike: the number of weights grows with them. */
    private int closestWidth(BackboneSpec standard) {
        int high = standard.baseWidth();
        while (high < WIDEST && count(sized(standard, high, high)) <= target) {
            high = Math.min(2 * high, WIDEST);
        }
        return closest(high, width -> sized(standard, width, width));
    }

    /** The best of base widths and growths near those of a network. */
    private BackboneSpec withGrowth(BackboneSpec closest) {
        BackboneSpec best = closest;
        for (int base : NEIGHBOURS) {
            for (int growth : NEIGHBOURS) {
                BackboneSpec candidate = sized(closest, closest.baseWidth() + base, closest.growth() + growth);
                best = miss(candidate) < miss(best) ? candidate : best;
            }
        }
        return best;
    }

    /** The best width of the bottleneck, up to twice what the base width makes it. */
    private BackboneSpec withBottleneck(BackboneSpec closest) {
        if (miss(closest) <= tolerance) {
            return closest;
        }
        int widest = 2 * closest.doubledWidth(closest.depth());
        return closest.withBottleneckWidth(closest(widest, closest::withBottleneckWidth));
    }

    /** The width of 1 to the widest with the closest number of weights, which grows with it. */
    private int closest(int widest, IntFunction<BackboneSpec> sized) {
        int low = 1;
        int high = widest;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (count(sized.apply(middle)) <= target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return miss(sized.apply(low)) <= miss(sized.apply(high)) ? low : high;
    }

    private static BackboneSpec sized(BackboneSpec spec, int baseWidth, int growth) {
        return new BackboneSpec(spec.name(), spec.depth(), spec.layers(), inRange(growth), inRange(baseWidth));
    }

    private static int inRange(int width) {
        return Math.max(1, Math.min(WIDEST, width));
    }

    private double miss(BackboneSpec spec) {
        return Math.abs(count(spec) - target) / (double) target;
    }

    private long count(BackboneSpec spec) {
        return counted.computeIfAbsent(spec, weights::applyAsLong);
    }
}
