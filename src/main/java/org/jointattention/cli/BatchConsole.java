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
    private volatile long begin = System.nanoTime();
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

    /** Does the work; Ctrl-C ends the batch in it within the tiles at work, and waits for the end of all. */
    <T> T watch(Supplier<T> work) {
        return signal.watch(work);
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
    public void began(BatchFile file, int index, int total) {
        if (index == 0) {
            begin = System.nanoTime(); // the start of TensorFlow does not count
        }
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

    /**
     * Says what became of all.
     *
     * @return whether none failed or was not reached
     */
    boolean report(List<FileOutcome> outcomes) {
        long failed = count(outcomes, "failed");
        err.printf(
                Locale.ROOT,
                "%d of %d images done, %d skipped, %d failed, in %.1f s.%n",
                count(outcomes, "done"),
                count,
                count(outcomes, "skipped"),
                failed,
                (System.nanoTime() - begin) / 1e9);
        err.flush();
        return failed == 0 && outcomes.size() == count;
    }

    private static long count(List<FileOutcome> outcomes, String status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status().equals(status))
                .count();
    }
}
