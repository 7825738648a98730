package org.jointattention.command;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jointattention.segmentation.Progress;

/** Shows progress and the time left in the host's status bar. Knows no ImageJ 1. */
public final class CommandProgress implements Progress {
    private static final int BAR = 1000;
    private static final long BETWEEN_UPDATES = TimeUnit.MILLISECONDS.toNanos(100);

    private volatile String what;
    private final StatusLine status;
    private final BooleanSupplier cancelled;
    private final long begin = System.nanoTime();
    private long shown = begin - BETWEEN_UPDATES;
    private volatile boolean percent;
    private boolean ended;

    /** @param cancelled whether the user wants it to end; once it says so, it ends */
    CommandProgress(String what, StatusLine status, BooleanSupplier cancelled) {
        this.what = what;
        this.status = status;
        this.cancelled = cancelled;
    }

    /** From now on this is said to be done, and how much of all in percent. */
    void sayInPercent(String text) {
        what = text;
        percent = true;
    }

    @Override
    public void update(long done, long total) {
        long now = System.nanoTime();
        if (done < total && now - shown < BETWEEN_UPDATES) {
            return;
        }
        shown = now;
        int position = total > 0 ? (int) Math.round((double) BAR * done / total) : 0;
        String share = percent ? 100 * done / Math.max(1, total) + " %" : done + " of " + total;
        status.progress(position, BAR, what + ": " + share + left(done, total, now - begin));
    }

    private static String left(long done, long total, long nanos) {
        if (done == 0 || done >= total) {
            return "";
        }
        long seconds = Math.round(1e-9 * nanos / done * (total - done));
        return String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60);
    }

    @Override
    public boolean cancelled() {
        ended = ended || cancelled.getAsBoolean();
        return ended;
    }
}
