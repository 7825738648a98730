package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jointattention.engine.Predictor;
import org.jointattention.segmentation.FileResult;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.Progress;

/** Segments files one by one, each on its own: a failure is reported, and the rest goes on. */
final class FileLoop {
    private final FileSegmenter segmenter;
    private final Path folder;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param out gets the paths of results
     * @param err gets times and failures
     */
    FileLoop(FileSegmenter segmenter, Path folder, PrintWriter out, PrintWriter err) {
        this.segmenter = segmenter;
        this.folder = folder;
        this.out = out;
        this.err = err;
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
                err.println("error: " + image + ": " + message(e));
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
        FileResult result = segmenter.segment(image, folder, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        double megapixels = result.pixels() / 1e6;
        err.printf(
                Locale.ROOT,
                "%s: %.2f s, %.2f megapixels, %.2f megapixels/s%n",
                image,
                seconds,
                megapixels,
                megapixels / seconds);
        result.files().forEach(out::println);
        return result;
    }

    private static String message(Throwable failure) {
        String hint = failure instanceof OutOfMemoryError ? " Or use --min-memory." : "";
        return FailureMessage.of(failure) + hint;
    }
}
