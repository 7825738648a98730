package org.jointattention.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jointattention.batch.BatchFiles;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Segmenter;
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
            "Writes NAME_labels.tif, NAME_probabilities.tif and NAME_overlay.png as asked for, and prints their paths."
        })
public final class SegmentCommand implements Callable<Integer> {
    /** What to write for each image. */
    enum Results {
        LABELS,
        PROBABILITIES,
        BOTH
    }

    private final Supplier<Engine> engines;
    private final Function<String, Model> models;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "NAME|FILE", description = "A bundled model, or a file.")
    private String model;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path folder;

    @Option(
            names = "--output",
            paramLabel = "labels|probabilities|both",
            description = "What to write for each image (default: labels).")
    private Results results = Results.LABELS;

    @Option(names = "--overlay", description = "Write a picture of the labels on the image, too.")
    private boolean overlay;

    @Mixin
    private InferenceOptions inference;

    @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "Image files, or folders of them.")
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
        BatchFiles.check(FileLoop.files(images, folder), outputs());
        Model loaded = models.apply(model);
        return new SegmenterStart(inference, engines, spec.commandLine().getErr())
                .run(model, loaded, images, folder, (segmenter, info, device) -> run(segmenter, info, images));
    }

    private int run(Segmenter segmenter, String info, List<Path> images) {
        if (inference.minMemory()) {
            spec.commandLine().getErr().println("Little memory: small tiles; stacks are read plane by plane.");
        }
        FileSegmenter files = new FileSegmenter(new ImageSegmenter(segmenter), outputs(), inference.minMemory(), info);
        FileLoop loop = new FileLoop(files, folder, spec.commandLine());
        return loop.run(images, (image, result) -> {}) == 0 ? 0 : 1;
    }

    private Set<Output> outputs() {
        Set<Output> outputs = EnumSet.noneOf(Output.class);
        if (results != Results.PROBABILITIES) {
            outputs.add(Output.LABELS);
        }
        if (results != Results.LABELS) {
            outputs.add(Output.PROBABILITIES);
        }
        if (overlay) {
            outputs.add(Output.OVERLAY);
        }
        return outputs;
    }
}
