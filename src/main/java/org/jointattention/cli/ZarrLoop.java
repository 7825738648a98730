package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jointattention.files.CancelledException;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.TimeLeft;
import org.jointattention.segmentation.zarr.ZarrResult;
import org.jointattention.segmentation.zarr.ZarrSegmenter;
import picocli.CommandLine;

/** Segments the OME-Zarr images of a command line, and prints what becomes of each. */
final class ZarrLoop {
    private static final long SECONDS_A_LINE = 10;

    private final ZarrSegmenter segmenter;
    private final ZarrOptions options;
    private final Path folder;
    private final CommandLine command;
    private final PrintWriter err;

    /** @param command its output gets the paths of results, its error output the axes, progress and failures */
    ZarrLoop(ZarrSegmenter segmenter, ZarrOptions options, Path folder, CommandLine command) {
        this.segmenter = segmenter;
        this.options = options;
        this.folder = folder;
        this.command = command;
        this.err = command.getErr();
    }

    /**
     * Ctrl-C ends it; the blocks that are done stay.
     *
     * @return the number of images that failed, or were not reached
     */
    int run(List<Path> images) {
        StopSignal signal =
                new StopSignal(() -> say("Stopping: what is complete is kept. The same command goes on from there."));
        return signal.watch(() -> {
            int done = 0;
            for (Path image : images) {
                if (!signal.stopped() && run(image, signal)) {
                    done++;
                }
            }
            return images.size() - done;
        });
    }

    private boolean run(Path image, StopSignal signal) {
        long start = System.nanoTime();
        try {
            say(image + ": " + segmenter.mapping(image));
            Line line = new Line(image, signal);
            ZarrResult result = segmenter.segment(image, options.place(image, folder), line);
            command.getOut().println(result.labels());
            command.getOut().flush();
            say(image + ": "
                    + (result.isComputed() ? speed(result, start) : "was done before, with the same settings"));
            return true;
        } catch (CancelledException e) {
            return false;
        } catch (RuntimeException | OutOfMemoryError e) {
            FailureHandler.of(command).reportFile(image, e, command);
            return false;
        }
    }

    private static String speed(ZarrResult result, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(Locale.ROOT, "%.2f s, %.2f megapixels", seconds, result.pixels() / 1e6);
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }

    /** Prints a line now and then. */
    private final class Line implements Progress {
        private final Path image;
        private final StopSignal signal;
        private final long start = System.nanoTime();
        private long last = start;

        Line(Path image, StopSignal signal) {
            this.image = image;
            this.signal = signal;
        }

        @Override
        public void update(long done, long total) {
            long now = System.nanoTime();
            if (done > 0 && now - last > SECONDS_A_LINE * 1_000_000_000L) {
                last = now;
                double left = (now - start) / 1e9 / done * (total - done);
                say(String.format(
                        Locale.ROOT, "%s: %.1f %%, %s left", image, 100.0 * done / total, TimeLeft.text(left)));
            }
        }

        @Override
        public boolean cancelled() {
            return signal.stopped();
        }
    }
}
