package org.jointattention.comparison;

import java.util.Arrays;

/** Corrects p values for having made several tests: Holm, Scandinavian Journal of Statistics 6 (1979). */
final class Holm {
    private Holm() {}

    /** @return the corrected values, in the order of the given ones, at most 1 */
    static double[] correct(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] corrected = new double[values.length];
        double most = 0;
        for (int rank = 0; rank < order.length; rank++) {
            most = Math.max(most, Math.min(1, values[order[rank]] * (values.length - rank)));
            corrected[order[rank]] = most;
        }
        return corrected;
    }
}
