package org.jointattention.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a report says of each network. */
enum ReportMetric {
    DICE("dice", "Dice", true, 1, 4),
    BOUNDARY_F1("boundary_f1_2px", "Boundary F1 (2 px)", true, 1, 4),
    HD95("hd95_px", "HD95 (px)", false, 1, 1),
    ASSD("assd_px", "ASSD (px)", false, 1, 2),
    FAR_FALSE_POSITIVES("far_fp_20px", "Far false positives (%)", false, 100, 3);

    private final String key;
    private final String title;
    private final boolean higherIsBetter;
    private final double factor;
    private final int decimals;

    /** @param factor from the value of the metric to that of the report */
    ReportMetric(String key, String title, boolean higherIsBetter, double factor, int decimals) {
        this.key = key;
        this.title = title;
        this.higherIsBetter = higherIsBetter;
        this.factor = factor;
        this.decimals = decimals;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(ReportMetric::key).collect(Collectors.toList());
    }

    /** @throws java.util.NoSuchElementException if there is none of that key */
    static ReportMetric of(String key) {
        return Arrays.stream(values())
                .filter(metric -> metric.key.equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The column of tables of scores. */
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    boolean isHigherBetter() {
        return higherIsBetter;
    }

    double factor() {
        return factor;
    }

    /** With the digits that mean something. */
    String text(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** The mean over images and seeds, with the standard deviation over seeds where there is one. */
    String value(Observations observations) {
        String spread = text(observations.spread());
        return text(observations.mean()) + (spread.isEmpty() ? "" : " ± " + spread);
    }

    /** With a sign. */
    String difference(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        String text = String.format(Locale.ROOT, "%+." + decimals + "f", value);
        return text.matches("[-+][0.]+") ? text.substring(1) : text;
    }
}
