package org.jointattention.batch;

import java.util.Objects;
import java.util.Optional;
import org.jointattention.segmentation.FileResult;

/** What became of one file of a batch. */
public final class FileOutcome {
    private final BatchFile file;
    private final FileResult result;
    private final Throwable failure;
    private final double seconds;

    private FileOutcome(BatchFile file, FileResult result, Throwable failure, double seconds) {
        this.file = Objects.requireNonNull(file);
        this.result = result;
        this.failure = failure;
        this.seconds = seconds;
    }

    public static FileOutcome done(BatchFile file, FileResult result, double seconds) {
        return new FileOutcome(file, Objects.requireNonNull(result), null, seconds);
    }

    public static FileOutcome failed(BatchFile file, Throwable failure, double seconds) {
        return new FileOutcome(file, null, Objects.requireNonNull(failure), seconds);
    }

    public static FileOutcome skipped(BatchFile file) {
        return new FileOutcome(file, null, null, 0);
    }

    public BatchFile file() {
        return file;
    }

    /** Empty if it failed or was skipped. */
    public Optional<FileResult> result() {
        return Optional.ofNullable(result);
    }

    /** Why it failed; empty if it did not. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** {@code done}, {@code failed} or {@code skipped}: its results were there. */
    public String status() {
        return failure != null ? "failed" : isSkipped() ? "skipped" : "done";
    }

    boolean isSkipped() {
        return failure == null && result == null;
    }

    public double seconds() {
        return seconds;
    }
}
