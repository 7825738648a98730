package org.jointattention.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.training.CheckpointFolder;
import org.jointattention.training.PlanException;
import org.jointattention.training.PlanRequest;
import org.jointattention.training.Split;
import org.jointattention.training.Training;
import org.jointattention.training.TrainingOutcome;
import org.jointattention.training.TrainingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code joint-attention train}: from a folder of images and one of masks to a model file. */
@Command(
        name = "train",
        sortOptions = false,
        description = {
            "Train a segmentation network on a folder of images and a folder of masks.",
            "What is not given is derived from the data, and printed with its reason before the first step."
        },
        footer = {
            "",
            "Images and masks belong together by their names without extension (png, tif, jpg, bmp, gif); each page of a"
                    + " multi-page TIFF is an image. Mask pixels are class numbers from 0 (background); 255 means"
                    + " unlabelled, but masks of 0 and 255 alone, or of 0 and another value from 20 on, are read as"
                    + " classes 0 and 1.",
            "Checkpoints, history.csv and history.png are written to FILE.zip.checkpoints. Ctrl-C saves a checkpoint and"
                    + " the best model so far (before the first validation: the model as it is, not validated);"
                    + " --resume with the same options goes on from there."
        })
public final class TrainCommand implements Callable<Integer> {
    private static final String RESUME = "--resume";

    private final Supplier<Engine> engines;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TrainingFileOptions files;

    @Mixin
    private PlanOptions settings;

    @Mixin
    private CardOptions card;

    @Mixin
    private DeviceOptions computing;

    @Option(
            names = RESUME,
            description = "Go on from the checkpoint beside FILE.zip; with more --steps or --minutes than before, the"
                    + " training is prolonged.")
    private boolean resume;

    /** The command as users know it. */
    public TrainCommand() {
        this(Engines::classPath);
    }

    TrainCommand(Supplier<Engine> engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() {
        int threads = computing.threads();
        Optional<Model> start = files.start();
        checked(settings.request(false, start, files.validationShare()));
        CheckpointFolder folder = new CheckpointFolder(files.model());
        folder.check();
        Engine engine = engines.get();
        PlanRequest request = checked(settings.request(computesOnGpu(engine), start, files.validationShare()));
        Split split = files.folders().load(settings.dataSetOptions(), request);
        TrainingPlan plan = TrainingPlan.of(split, request);
        Training training = new Training(engine, plan, split, card(), files.model())
                .withDevice(computing.device())
                .withThreads(threads);
        announce(training);
        TrainingConsole console = new TrainingConsole(err(), plan.spec().classes(), plan.steps(), System::nanoTime);
        return console.watch(() -> report(resume ? training.resume(console) : training.run(console), folder));
    }

    /** Before the images are read, which may take long. */
    private PlanRequest checked(PlanRequest request) {
        try {
            request.check();
            return request;
        } catch (PlanException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Asked only where it decides something. */
    private boolean computesOnGpu(Engine engine) {
        DeviceChoice device = computing.device();
        if (device != DeviceChoice.AUTO || settings.hasPreset()) {
            return device == DeviceChoice.GPU;
        }
        return engine.hasGpu(computing.threads());
    }

    private void announce(Training training) {
        (resume ? training.resumption() : training.announcement()).forEach(err()::println);
        err().flush();
    }

    private int report(TrainingOutcome outcome, CheckpointFolder folder) {
        err().printf(
                        Locale.ROOT,
                        "%s after %d steps, %.1f minutes, on %s; batches took %.1f s of another thread, steps waited"
                                + " %.1f s.%n",
                        outcome.complete() ? "Done" : "Stopped",
                        outcome.steps(),
                        outcome.seconds() / 60,
                        outcome.device().name(),
                        outcome.preparationSeconds(),
                        outcome.waitedSeconds());
        outcome.bestDice()
                .ifPresent(dice -> err().printf(
                                Locale.ROOT, "Best validation Dice %.4f, at step %d.%n", dice, outcome.bestStep()));
        reportModel(outcome, folder);
        return outcome.complete() ? 0 : 1;
    }

    private void reportModel(TrainingOutcome outcome, CheckpointFolder folder) {
        if (!outcome.model().isPresent()) {
            err().println("No model yet: it was stopped before the first step. Go on with " + RESUME + ".");
            return;
        }
        err().println(
                        outcome.isUnvalidated()
                                ? "The model has the weights of step " + outcome.bestStep()
                                        + ". They were not validated"
                                        + " (no Dice): it was stopped before that. Go on with " + RESUME + "."
                                : "Curves: " + folder.picture());
        spec.commandLine().getOut().println(files.model());
    }

    private ModelCard card() {
        List<String> arguments =
                new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
        arguments.remove(RESUME);
        return card.card(files.modelName(), CommandText.of(arguments));
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
