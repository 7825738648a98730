package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jointattention.batch.BatchFile;
import org.jointattention.batch.BatchFiles;
import org.jointattention.batch.BatchListener;
import org.jointattention.batch.BatchOptions;
import org.jointattention.batch.FileBatch;
import org.jointattention.batch.FileOutcome;
import org.jointattention.engine.Predictor;
import org.jointattention.segmentation.FileResult;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.Progress;
import picocli.CommandLine;

/** Segments the files of a command line, and prints what becomes of each. */
final class FileLoop {
    private final FileSegmenter segmenter;
    private final Path folder;
    private final CommandLine command;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param command its output gets the paths of results, its error output the axes, times and failures */
    FileLoop(FileSegmenter segmenter, Path folder, CommandLine command) {
        this.segmenter = segmenter;
        this.folder = folder;
        this.command = command;
        this.out = command.getOut();
        this.err = command.getErr();
    }

    /** Says what computes. */
    static void report(Predictor predictor, int overlap, PrintWriter err) {
        err.println(predictor.device());
        err.println("precision=" + predictor.precision().name().toLowerCase(Locale.ROOT) + " reason="
                + predictor.precisionReason());
        err.println("tile=" + predictor.width() + "x" + predictor.height() + " overlap=" + overlap);
        err.flush();
    }

    /** The images with the one folder for all their results. */
    static List<BatchFile> files(List<Path> images, Path folder) {
        return images.stream().map(image -> new BatchFile(image, folder)).collect(Collectors.toList());
    }

    /**
     * Ctrl-C ends it, and leaves nothing half written.
     *
     * @param done is told of each file that worked, in the order of the images, when all are segmented
     * @return the number of files that failed, or were not reached
     */
    int run(List<Path> images, BiConsumer<Path, FileResult> done) {
        sweep(images);
        Printer printer = new Printer();
        StopSignal signal = new StopSignal(() -> err.println("Stopping."));
        List<FileOutcome> outcomes = signal.watch(() -> new FileBatch(segmenter, BatchOptions.standard())
                .run(files(images, folder), Progress.until(signal::stopped), printer));
        outcomes.forEach(outcome -> outcome.result().ifPresent(result -> printer.finish(outcome, result, done)));
        if (printer.failed > 0) {
            err.println(printer.failed + " of " + images.size() + " images failed.");
        }
        return printer.failed + images.size() - outcomes.size();
    }

    /** Removes what a killed run left of the same results. */
    private void sweep(List<Path> images) {
        Set<Path> results = new HashSet<>();
        images.forEach(image -> segmenter.outputs().forEach(output -> results.add(output.file(image, folder))));
        BatchFiles.removeLeftovers(Set.of(folder), results);
    }

    /** Prints each step as it happens. */
    private final class Printer implements BatchListener {
        private int failed;

        @Override
        public void opened(BatchFile file, String mapping) {
            err.println(file.image() + ": " + mapping);
            err.flush();
        }

        @Override
        public void saved(BatchFile file, Path result) {
            out.println(result);
            out.flush();
        }

        @Override
        public void ended(FileOutcome outcome) {
            Path image = outcome.file().image();
            outcome.failure().ifPresent(failure -> report(image, failure));
            outcome.result().ifPresent(result -> time(image, result, outcome.seconds()));
            out.flush();
            err.flush();
        }

        private void finish(FileOutcome outcome, FileResult result, BiConsumer<Path, FileResult> done) {
            Path image = outcome.file().image();
            try {
                done.accept(image, result);
            } catch (RuntimeException | OutOfMemoryError e) {
                report(image, e);
            }
        }

        private void report(Path image, Throwable failure) {
            failed++;
            FailureHandler.of(command).reportFile(image, failure, command);
            if (failure instanceof OutOfMemoryError && !segmenter.isVirtual()) {
                err.println("Or use --min-memory.");
            }
        }

        private void time(Path image, FileResult result, double seconds) {
            double megapixels = result.pixels() / 1e6;
            err.printf(
                    Locale.ROOT,
                    "%s: %.2f s, %.2f megapixels, %.2f megapixels/s%n",
                    image,
                    seconds,
                    megapixels,
                    megapixels / seconds);
        }
    }
}
