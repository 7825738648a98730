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
    private final boolean skipped;
    private final String device;

    private FileOutcome(
            BatchFile file, FileResult result, Throwable failure, double seconds, boolean skipped, String device) {
        this.file = Objects.requireNonNull(file);
        this.result = result;
        this.failure = failure;
        this.seconds = seconds;
        this.skipped = skipped;
        this.device = device;
    }

    public static FileOutcome done(BatchFile file, FileResult result, double seconds) {
        return new FileOutcome(file, Objects.requireNonNull(result), null, seconds, false, null);
    }

    public static FileOutcome failed(BatchFile file, Throwable failure, double seconds) {
        return new FileOutcome(file, null, Objects.requireNonNull(failure), seconds, false, null);
    }

    /** Its results were there, whoever made them. */
    public static FileOutcome skipped(BatchFile file) {
        return new FileOutcome(file, null, null, 0, true, null);
    }

    /** Its results were there, and it is known what they are, how long they took, and what computed them. */
    public static FileOutcome skipped(BatchFile file, FileResult result, double seconds, String device) {
        return new FileOutcome(
                file, Objects.requireNonNull(result), null, seconds, true, Objects.requireNonNull(device));
    }

    public BatchFile file() {
        return file;
    }

    /** Empty if it failed, or was skipped and nothing is known of its results. */
    public Optional<FileResult> result() {
        return Optional.ofNullable(result);
    }

    /** Why it failed; empty if it did not. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** {@code done}, {@code failed} or {@code skipped}: its results were there. */
    public String status() {
        return failure != null ? "failed" : skipped ? "skipped" : "done";
    }

    public boolean isSkipped() {
        return skipped;
    }

    /** What computed the results of a file that was skipped, where that is known. */
    public Optional<String> device() {
        return Optional.ofNullable(device);
    }

    /** From its beginning to its end, or to its failure; 0 if unknown. */
    public double seconds() {
        return seconds;
    }
}
