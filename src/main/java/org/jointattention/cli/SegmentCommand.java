package org.jointattention.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jointattention.batch.BatchFiles;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ImageException;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.zarr.EarlierPrecision;
import org.jointattention.segmentation.zarr.ZarrSegmenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code joint-attention segment}: images in, labels and probabilities out. */
@Command(
        name = "segment",
        sortOptions = false,
        description = {
            "Segment images of any size, tile by tile.",
            "Writes NAME_labels.tif, NAME_probabilities.tif and NAME_overlay.png as asked for, and prints their paths.",
            "Images of OME-Zarr, of any size, get labels of OME-Zarr: NAME_labels.ome.zarr. If that is stopped, the same"
                    + " command goes on."
        })
public final class SegmentCommand implements Callable<Integer> {
    private final Supplier<Engine> engines;
    private final Function<String, Model> models;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "NAME|FILE", description = "A bundled model, or a file.")
    private String model;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path folder;

    @Mixin
    private OutputOptions output;

    @Mixin
    private InferenceOptions inference;

    @Mixin
    private ZarrOptions zarr;

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "Image files, folders of them, or images of OME-Zarr.")
    private List<Path> arguments;

    /** The command as users know it. */
    public SegmentCommand() {
        this(Engines::classPath, name -> new ModelStore().resolve(name));
    }

    SegmentCommand(Supplier<Engine> engines, Function<String, Model> models) {
        this.engines = engines;
        this.models = models;
    }

    @Override
    public Integer call() {
        List<Path> images = InputFiles.expand(arguments);
        if (zarr.areWanted(images, output.outputs())) {
            return segmentZarr(images);
        }
        BatchFiles.check(FileLoop.files(images, folder), output.outputs());
        Model loaded = models.apply(model);
        return new SegmenterStart(inference, engines, spec.commandLine().getErr())
                .run(model, loaded, images, folder, (segmenter, info, predictor) -> run(segmenter, info, images));
    }

    private int segmentZarr(List<Path> images) {
        zarr.check(images, folder);
        Model loaded = models.apply(model);
        String weights = loaded.weightsSha256().orElse("");
        SegmenterStart start =
                new SegmenterStart(inference, engines, spec.commandLine().getErr());
        PredictorOptions options =
                new EarlierPrecision(weights).applyTo(start.options(loaded, images), zarr.labels(images, folder));
        WritableFolder.require(folder, ImageException::new);
        return start.run(model, loaded, options, images.get(0), (segmenter, info, predictor) -> {
            ZarrSegmenter toZarr = new ZarrSegmenter(segmenter, weights, info).withLevel(zarr.level());
            return new ZarrLoop(toZarr, zarr, folder, spec.commandLine()).run(images) == 0 ? 0 : 1;
        });
    }

    private int run(Segmenter segmenter, String info, List<Path> images) {
        if (inference.minMemory()) {
            spec.commandLine().getErr().println("Little memory: small tiles; stacks are read plane by plane.");
        }
        FileSegmenter files =
                new FileSegmenter(new ImageSegmenter(segmenter), output.outputs(), inference.minMemory(), info);
        FileLoop loop = new FileLoop(files, folder, spec.commandLine());
        return loop.run(images, (image, result) -> {}) == 0 ? 0 : 1;
    }
}
