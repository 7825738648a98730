package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engines;
import org.jointattention.model.ModelCard;
import org.jointattention.training.CheckpointFolder;
import org.jointattention.training.DataSet;
import org.jointattention.training.DataSetOptions;
import org.jointattention.training.DataSummary;
import org.jointattention.training.PlanRequest;
import org.jointattention.training.Preset;
import org.jointattention.training.Split;
import org.jointattention.training.Training;
import org.jointattention.training.TrainingOutcome;
import org.jointattention.training.TrainingPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code joint-attention train}: from a folder of images and one of masks to a model file. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Train a segmentation network on a folder of images and a folder of masks.",
            "What is not given is derived from the data, and printed with its reason before the first step."
        },
        footer = {
            "",
            "Images and masks belong together by their names without extension (png, tif, jpg, bmp, gif); each page of a"
                    + " multi-page TIFF is an image. Mask pixels are class numbers from 0 (background); 255 means"
                    + " unlabelled.",
            "Checkpoints, history.csv and history.png are written to FILE.zip.checkpoints. Ctrl-C saves a checkpoint and"
                    + " the best model so far; --resume with the same options goes on from there."
        })
public final class TrainCommand implements Callable<Integer> {
    /** How long to train: a number of steps, or of minutes. */
    static final class Length {
        @Option(names = "--steps", paramLabel = "N", description = "Steps of the optimiser. Repeatable to the bit.")
        private Integer steps;

        @Option(names = "--minutes", paramLabel = "M", description = "Time to train, validation included.")
        private Double minutes;
    }

    /** Validation images: a share of the images, or folders of their own. */
    static final class Held {
        @Option(
                names = "--validation",
                paramLabel = "SHARE",
                description = "Share of the images held out to choose the best weights, 0 to 0.5. Default: 0.2.")
        private Double share;

        @ArgGroup(exclusive = false)
        private Folders folders;
    }

    /** Folders of validation images and masks. */
    static final class Folders {
        @Option(
                names = "--validation-images",
                required = true,
                paramLabel = "DIR",
                description = "Folder of validation images, instead of a share.")
        private Path images;

        @Option(
                names = "--validation-masks",
                required = true,
                paramLabel = "DIR",
                description = "Folder of their masks.")
        private Path masks;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Folder of training images.")
    private Path images;

    @Option(names = "--masks", required = true, paramLabel = "DIR", description = "Folder of their masks.")
    private Path masks;

    @Option(names = "--out", required = true, paramLabel = "FILE.zip", description = "Model file to write.")
    private Path out;

    @Option(names = "--backbone", paramLabel = "NAME", description = "Network. Default: denseunet.")
    private String backbone;

    @Option(names = "--preset", paramLabel = "SIZE", description = "Size of the network: small or base.")
    private String preset;

    @Option(
            names = "--attention",
            paramLabel = "NAME[:VARIANT][@PLACES]",
            description = "none, pointwise, self, joint or joint:competitive; places are bottleneck, skip0, skip1, ..."
                    + " Default: joint@bottleneck.")
    private String attention;

    @Option(
            names = "--classes",
            paramLabel = "N|NAMES",
            description = "Number of classes with the background, or their names: background,nucleus.")
    private String classes;

    @Option(names = "--scale", paramLabel = "F", description = "Resize images by this factor, such as 0.5.")
    private Double scale;

    @Option(names = "--patch", paramLabel = "N", description = "Height and width of a training patch in pixels.")
    private Integer patch;

    @Option(names = "--batch", paramLabel = "N", description = "Patches a step.")
    private Integer batch;

    @ArgGroup
    private Length length = new Length();

    @Option(names = "--learning-rate", paramLabel = "R", description = "Peak learning rate.")
    private Double learningRate;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all that is random. Default: 1.")
    private Long seed;

    @ArgGroup
    private Held held = new Held();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "0", description = "Default: one a processor.")
    private int threads;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto, cpu or gpu. Default: ${DEFAULT-VALUE}.")
    private DeviceChoice device;

    @Option(names = "--resume", description = "Go on from the checkpoint beside FILE.zip.")
    private boolean resume;

    @Option(names = "--name", paramLabel = "TEXT", description = "Name of the model. Default: the file's.")
    private String name;

    @Option(names = "--description", paramLabel = "TEXT", defaultValue = "", description = "What the model is for.")
    private String description;

    @Option(names = "--data", paramLabel = "TEXT", defaultValue = "", description = "For the card: the images used.")
    private String data;

    @Option(names = "--licence", paramLabel = "SPDX", defaultValue = "", description = "For the card: the licence.")
    private String licence;

    @Option(
            names = "--attribution",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "For the card: whom to cite.")
    private String attribution;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        checkOutput();
        DataSet training = DataSet.load(images, masks, dataSetOptions(classNames()));
        training.notes().forEach(err::println);
        TrainingPlan plan = TrainingPlan.of(DataSummary.of(training.samples(), training.classes()), request());
        Split split = split(training, plan);
        Training run = new Training(Engines.classPath(), plan, split, card(), out).on(device, threads);
        err.print(plan.describe());
        err.printf(
                Locale.ROOT,
                "%d training and %d validation images; about %.1f GB of memory outside the Java heap.%n",
                split.train().samples().size(),
                split.validation().samples().size(),
                run.memoryBytes() / 1e9);
        err.flush();
        TrainingConsole console = new TrainingConsole(err, plan.spec().classes(), plan.steps());
        TrainingOutcome outcome = console.watch(() -> run.run(resume, console));
        return report(outcome, err);
    }

    private int report(TrainingOutcome outcome, PrintWriter err) {
        err.printf(
                Locale.ROOT,
                "%s after %d steps, %.1f minutes; %s; batches took %.1f s of another thread, steps waited %.1f s.%n",
                outcome.complete() ? "Done" : "Stopped",
                outcome.steps(),
                outcome.seconds() / 60,
                outcome.device(),
                outcome.preparationSeconds(),
                outcome.waitedSeconds());
        err.println("Curves: " + new CheckpointFolder(out).picture());
        if (outcome.model().isPresent()) {
            spec.commandLine().getOut().println(out);
        } else {
            err.println("No model yet: it was stopped before the first validation. Go on with --resume.");
        }
        return outcome.complete() ? 0 : 1;
    }

    private void checkOutput() {
        if (!out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new ParameterException(
                    spec.commandLine(), "--out must be the name of a .zip file, not '" + out + "'.");
        }
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "--out: the folder " + folder + " does not exist or cannot be written to.");
        }
    }

    /** Names of the classes, or null where a number or nothing is given. */
    private List<String> classNames() {
        return classes == null || classes.matches("\\d+") ? null : Arrays.asList(classes.split("\\s*,\\s*"));
    }

    private DataSetOptions dataSetOptions(List<String> names) {
        if (classes == null) {
            return DataSetOptions.standard();
        }
        return DataSetOptions.standard().withClasses(names == null ? Integer.parseInt(classes) : names.size());
    }

    private PlanRequest request() {
        return PlanRequest.builder()
                .backbone(backbone)
                .preset(preset == null ? null : Preset.parse(preset))
                .attention(attention)
                .classNames(classNames())
                .scale(scale)
                .patch(patch)
                .batch(batch)
                .steps(length.steps)
                .minutes(length.minutes)
                .learningRate(learningRate)
                .seed(seed)
                .validationFraction(held.share)
                .build();
    }

    private Split split(DataSet training, TrainingPlan plan) {
        if (held.folders == null) {
            return training.split(plan.validationFraction(), plan.seed());
        }
        DataSet validation = DataSet.load(
                held.folders.images,
                held.folders.masks,
                DataSetOptions.standard().withClasses(training.classes()));
        return new Split(training, validation);
    }

    private ModelCard card() {
        String title = name != null ? name : out.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
        String command = "joint-attention "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        return new ModelCard(title, description, data, licence, attribution, command, Map.of());
    }
}
