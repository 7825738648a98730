package org.jointattention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jointattention.batch.BatchFiles;
import org.jointattention.engine.Device;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.files.AtomicFile;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.FileResult;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Segmenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code joint-attention demo}: segments the test images with a bundled model and compares with their masks. */
@Command(
        name = "demo",
        sortOptions = false,
        description = {
            "Segment the test images with the bundled model 'nuclei', and compare with their masks.",
            "Writes labels and overlays, and report.csv."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String MODEL = "nuclei";

    private final Supplier<Engine> engines;
    private final Function<String, Model> models;
    private final MaskScore score;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "demo-results",
            description = "Folder for the results (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Folder of images; masks of the same names lie in the folder 'masks' beside it"
                    + " (default: test-images/nuclei/images of the installation).")
    private Path images;

    @Mixin
    private InferenceOptions inference;

    /** The command as users know it. */
    public DemoCommand() {
        this(Engines::classPath, name -> new ModelStore().resolve(name), new EvaluationScore());
    }

    DemoCommand(Supplier<Engine> engines, Function<String, Model> models, MaskScore score) {
        this.engines = engines;
        this.models = models;
        this.score = score;
    }

    @Override
    public Integer call() {
        List<Path> files = InputFiles.expand(List.of(imageFolder()));
        Model model = models.apply(MODEL);
        return new SegmenterStart(inference, engines, spec.commandLine().getErr())
                .run(
                        MODEL,
                        model,
                        files,
                        folder,
                        (segmenter, info, predictor) -> run(segmenter, info, predictor.device(), files));
    }

    private Path imageFolder() {
        Path home = Paths.get(System.getProperty("jointattention.home", ""));
        Path found = images != null ? images : home.resolve("test-images/nuclei/images");
        if (!Files.isDirectory(found)) {
            throw new ImageException("The folder " + found.toAbsolutePath() + " does not exist: name a folder of images"
                    + " with --images, or run the demo in the folder of the program.");
        }
        return found;
    }

    private int run(Segmenter segmenter, String info, Device device, List<Path> files) {
        EnumSet<Output> outputs = EnumSet.of(Output.LABELS, Output.OVERLAY);
        BatchFiles.check(FileLoop.files(files, folder), outputs);
        FileSegmenter toFiles = new FileSegmenter(new ImageSegmenter(segmenter), outputs, inference.minMemory(), info);
        PrintWriter out = spec.commandLine().getOut();
        DemoReport report = new DemoReport();
        long start = System.nanoTime();
        int failed = new FileLoop(toFiles, folder, spec.commandLine())
                .run(files, (image, result) -> finish(image, result, report, image.equals(files.get(0))));
        report.write(folder.resolve("report.csv"));
        out.println(folder.resolve("report.csv"));
        out.println(report.summary(device, (System.nanoTime() - start) / 1e9));
        return failed == 0 ? 0 : 1;
    }

    private void finish(Path image, FileResult result, DemoReport report, boolean first) {
        double dice = mask(image)
                .map(mask -> score.dice(Output.LABELS.file(image, folder), mask))
                .orElse(Double.NaN);
        report.add(image.getFileName().toString(), dice, result.pixels());
        if (first) {
            copy(Output.LABELS, image);
            copy(Output.OVERLAY, image);
        }
    }

    /** The file beside the images, in {@code masks}, that has the image's name, whatever its extension. */
    private Optional<Path> mask(Path image) {
        Path masks = image.toAbsolutePath().getParent().resolveSibling("masks");
        if (!Files.isDirectory(masks)) {
            return Optional.empty();
        }
        String name = ImageFiles.matchingName(image);
        return InputFiles.expand(List.of(masks)).stream()
                .filter(mask -> ImageFiles.matchingName(mask).equals(name))
                .findFirst();
    }

    /** The first image's results have plain names, too, to be found easily. */
    private void copy(Output output, Path image) {
        Path target = folder.resolve(output.fileName());
        try {
            AtomicFile.write(target, out -> Files.copy(output.file(image, folder), out));
        } catch (IOException e) {
            throw new ImageException(e.getMessage(), e);
        }
        spec.commandLine().getOut().println(target);
    }
}
