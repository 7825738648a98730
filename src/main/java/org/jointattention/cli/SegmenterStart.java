package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ImageException;
import org.jointattention.model.Model;
import org.jointattention.segmentation.ModelRun;
import org.jointattention.segmentation.Segmenter;

/** From a command's options to a segmenter: the options are checked before the folder is made and the engine loaded. */
final class SegmenterStart {
    /** What a command does with its segmenter, which is closed afterwards. */
    interface Work {
        /**
         * @param info what results carry with them
         * @param predictor what computes
         * @return the exit status
         */
        int run(Segmenter segmenter, String info, Predictor predictor);
    }

    private final InferenceOptions inference;
    private final Supplier<Engine> engines;
    private final PrintWriter err;

    /** @param err is told what computes */
    SegmenterStart(InferenceOptions inference, Supplier<Engine> engines, PrintWriter err) {
        this.inference = inference;
        this.engines = engines;
        this.err = err;
    }

    /**
     * @param name of the model, as given
     * @param images that will be segmented, at least one
     * @param folder for the results
     * @throws picocli.CommandLine.ParameterException if an option does not fit the model
     */
    int run(String name, Model model, List<Path> images, Path folder, Work work) {
        PredictorOptions options = options(model, images);
        WritableFolder.require(folder, ImageException::new);
        return run(name, model, options, images.get(0), work);
    }

    /**
     * @param images that will be segmented
     * @throws picocli.CommandLine.ParameterException if an option does not fit the model
     */
    PredictorOptions options(Model model, List<Path> images) {
        return inference.predictor(model.spec(), images);
    }

    /** @param first of the images: what an automatic precision is judged on */
    int run(String name, Model model, PredictorOptions options, Path first, Work work) {
        ModelRun modelRun = new ModelRun(name, model);
        try (Predictor predictor = modelRun.predictor(engines.get(), options, first)) {
            Segmenter segmenter = inference.settings().segmenter(model.spec(), predictor);
            FileLoop.report(predictor, segmenter.overlap(), err);
            return work.run(segmenter, modelRun.info(predictor, segmenter.overlap()), predictor);
        }
    }
}
