package org.jointattention.comparison;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.evaluation.Evaluation;
import org.jointattention.evaluation.EvaluationOptions;
import org.jointattention.evaluation.EvaluationScores;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ImageFiles;
import org.jointattention.model.Model;
import org.jointattention.segmentation.FileListener;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;

/** Judges a model on the test images of its data set: segments them as users would, in float32, and compares with the truth. */
final class CellJudge {
    private final Engine engine;
    private final ComparedData data;
    private final DeviceChoice device;
    private final int threads;

    CellJudge(Engine engine, ComparedData data, DeviceChoice device, int threads) {
        this.engine = engine;
        this.data = data;
        this.device = device;
        this.threads = threads;
    }

    /**
     * @param folder for the labels
     * @throws org.jointattention.files.CancelledException as soon as it is stopped
     */
    EvaluationScores judge(Model model, Path folder, BooleanSupplier stopped) {
        WritableFolder.require(folder, ComparisonException::new);
        segment(model, folder, stopped);
        EvaluationOptions options = EvaluationOptions.standard()
                .withClasses(model.spec().classes().size())
                .withThreads(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads)
                .withExcluded(data.excluded());
        return Evaluation.ofFolders(data.testMasks(), folder, options).run();
    }

    private void segment(Model model, Path folder, BooleanSupplier stopped) {
        int tile = model.spec().tile().size();
        PredictorOptions options =
                PredictorOptions.tile(tile, tile).withThreads(threads).withDevice(device);
        try (Predictor predictor = engine.predictor(model.spec(), model.weights(), options)) {
            ImageSegmenter images = new ImageSegmenter(new Segmenter(model.spec(), predictor));
            FileSegmenter files = new FileSegmenter(images, EnumSet.of(Output.LABELS), false, "");
            for (Path image : images()) {
                files.segment(image, folder, Progress.until(stopped), FileListener.NONE);
            }
        }
    }

    private List<Path> images() {
        return ImageFiles.list(data.testImages()).stream()
                .filter(image -> !data.excluded().contains(ImageFiles.baseName(image)))
                .collect(Collectors.toList());
    }
}
