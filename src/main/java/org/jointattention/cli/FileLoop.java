package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jointattention.engine.Predictor;
import org.jointattention.segmentation.FileListener;
import org.jointattention.segmentation.FileResult;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.Progress;
import picocli.CommandLine;

/** Segments files one by one, each on its own: a failure is reported, and the rest goes on. */
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

    /**
     * @param done is told of each file that worked
     * @return the number of files that failed
     */
    int run(List<Path> images, BiConsumer<Path, FileResult> done) {
        int failed = 0;
        for (Path image : images) {
            try {
                done.accept(image, segment(image));
            } catch (RuntimeException | OutOfMemoryError e) {
                failed++;
                FailureHandler.of(command).reportFile(image, e, command);
                if (e instanceof OutOfMemoryError && !segmenter.isVirtual()) {
                    err.println("Or use --min-memory.");
                }
            }
            out.flush();
            err.flush();
        }
        if (failed > 0) {
            err.println(failed + " of " + images.size() + " images failed.");
        }
        return failed;
    }

    private FileResult segment(Path image) {
        long start = System.nanoTime();
        FileResult result = segmenter.segment(image, folder, Progress.NONE, listener(image));
        double seconds = (System.nanoTime() - start) / 1e9;
        double megapixels = result.pixels() / 1e6;
        err.printf(
                Locale.ROOT,
                "%s: %.2f s, %.2f megapixels, %.2f megapixels/s%n",
                image,
                seconds,
                megapixels,
                megapixels / seconds);
        return result;
    }

    private FileListener listener(Path image) {
        return new FileListener() {
            @Override
            public void opened(String mapping) {
                err.println(image + ": " + mapping);
                err.flush();
            }

            @Override
            public void saved(Path file) {
                out.println(file);
                out.flush();
            }
        };
    }
}
