package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jointattention.batch.BatchFile;
import org.jointattention.batch.BatchListener;
import org.jointattention.batch.FileOutcome;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.TimeLeft;
import picocli.CommandLine;

/** Shows a batch as a line a file, with the time left, and stops it on Ctrl-C. */
final class BatchConsole implements BatchListener, Progress {
    private final CommandLine command;
    private final PrintWriter out;
    private final PrintWriter err;
    private final int count;
    private final StopSignal signal;
    private final long begin = System.nanoTime();
    private int ended;
    private volatile String left = "";

    /**
     * @param command its output gets the paths of results, its error output a line for each file
     * @param count of all files
     */
    BatchConsole(CommandLine command, int count) {
        this.command = command;
        this.out = command.getOut();
        this.err = command.getErr();
        this.count = count;
        this.signal = new StopSignal(() -> {
            err.println("Stopping: what is complete is kept. The same command goes on from there.");
            err.flush();
        });
    }

    /** Runs a batch; Ctrl-C ends it within the tiles at work, and waits for that. */
    List<FileOutcome> watch(Supplier<List<FileOutcome>> batch) {
        return signal.watch(batch);
    }

    @Override
    public boolean cancelled() {
        return signal.stopped();
    }

    @Override
    public void update(long done, long total) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        left = done > 0 && done < total ? ", " + TimeLeft.text(seconds / done * (total - done)) + " left" : "";
    }

    @Override
    public void saved(BatchFile file, Path result) {
        out.println(result);
        out.flush();
    }

    @Override
    public void ended(FileOutcome outcome) {
        ended++;
        Path image = outcome.file().image();
        outcome.failure().ifPresent(failure -> FailureHandler.of(command).reportFile(image, failure, command));
        String time = outcome.isSkipped() ? "" : String.format(Locale.ROOT, ", %.2f s", outcome.seconds());
        err.println("[" + ended + "/" + count + "] " + image + ": " + outcome.status() + time + left);
        err.flush();
    }

    /** The last words. */
    void report(List<FileOutcome> outcomes) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        err.printf(
                Locale.ROOT,
                "%d of %d images done, %d skipped, %d failed, in %.1f s.%n",
                count(outcomes, "done"),
                count,
                count(outcomes, "skipped"),
                count(outcomes, "failed"),
                seconds);
        err.flush();
    }

    private static long count(List<FileOutcome> outcomes, String status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status().equals(status))
                .count();
    }
}
