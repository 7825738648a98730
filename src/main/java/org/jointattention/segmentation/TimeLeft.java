package org.jointattention.segmentation;

import java.util.Locale;

/** The time that something still takes, in words. */
public final class TimeLeft {
    private TimeLeft() {}

    /** Seconds as {@code h:mm:ss}, or {@code m:ss} below an hour. */
    public static String text(double seconds) {
        long rounded = Math.round(seconds);
        return rounded >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", rounded / 3600, rounded / 60 % 60, rounded % 60)
                : String.format(Locale.ROOT, "%d:%02d", rounded / 60, rounded % 60);
    }
}
