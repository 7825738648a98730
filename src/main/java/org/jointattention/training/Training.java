package org.jointattention.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelFile;
import org.jointattention.model.Weights;

/**
 * A training from data and plan to a model file.
 *
 * <pre>{@code
 * Split split = data.split(plan.validationFraction(), plan.seed());
 * new Training(engine, plan, split, card, Paths.get("my.zip")).run(listener);
 * }</pre>
 */
public final class Training {
    private final Engine engine;
    private final TrainingPlan plan;
    private final Split split;
    private final ModelCard card;
    private final Path file;
    private TrainerOptions options;

    /**
     * @param split training and validation samples with raw grey values; the validation part may be empty
     * @param card of the model; its figures are filled in
     * @param file the model file to be written
     */
    public Training(Engine engine, TrainingPlan plan, Split split, ModelCard card, Path file) {
        this.engine = engine;
        this.plan = plan;
        this.split = split;
        this.card = card;
        this.file = file;
        this.options = plan.trainerOptions();
    }

    /** Takes device and threads from the given options; the rest is the plan's. */
    public Training on(org.jointattention.engine.DeviceChoice device, int threads) {
        options = plan.trainerOptions().withDevice(device).withThreads(threads);
        return this;
    }

    /** Estimated bytes outside the Java heap. */
    public long memoryBytes() {
        return engine.trainerBytes(plan.spec(), options);
    }

    /**
     * Trains and writes the model with the best weights; a stopped training writes what it has.
     *
     * @param resume whether to go on from the checkpoint beside the file
     * @return the outcome; without a model where it was stopped before the first validation
     * @throws TrainingException if the outputs cannot be written, or the checkpoint is of another training
     */
    public TrainingOutcome run(boolean resume, TrainingListener listener) {
        CheckpointFolder folder = new CheckpointFolder(file);
        folder.create();
        String settings = settings();
        Checkpoint checkpoint = resume ? folder.load(settings) : null;
        Weights start =
                checkpoint == null ? engine.initialWeights(plan.spec(), plan.seed()) : checkpoint.state.weights();
        DataSet data = split.train().map(new Preparation(plan.spec()));
        History history = new History(plan.spec().classes());
        try (Trainer trainer = engine.trainer(plan.spec(), start, options);
                BatchSource batches = new BatchSource(data, plan.batchOptions())) {
            TrainingLoop loop = new TrainingLoop(
                    plan,
                    trainer,
                    batches,
                    new Validator(plan.spec(), split.validation().samples()),
                    folder,
                    history,
                    settings,
                    listener);
            if (checkpoint != null) {
                loop.resume(checkpoint);
            }
            boolean complete = loop.run();
            return outcome(loop, trainer, batches, complete);
        }
    }

    private TrainingOutcome outcome(TrainingLoop loop, Trainer trainer, BatchSource batches, boolean complete) {
        Model model = loop.best() == null ? null : new Model(plan.spec(), loop.best(), card(loop, trainer));
        if (model != null) {
            ModelFile.write(model, file);
        }
        return new TrainingOutcome(
                Optional.ofNullable(model),
                complete,
                loop.step(),
                loop.seconds(),
                trainer.device(),
                batches.busyNanos() * 1e-9,
                batches.waitedNanos() * 1e-9);
    }

    private ModelCard card(TrainingLoop loop, Trainer trainer) {
        Map<String, String> figures = new LinkedHashMap<>(card.figures());
        if (!Double.isNaN(loop.bestDice())) {
            figures.put("validation Dice", String.format(Locale.ROOT, "%.4f", loop.bestDice()));
        }
        figures.put("training images", Integer.toString(split.train().samples().size()));
        figures.put(
                "validation images",
                Integer.toString(split.validation().samples().size()));
        figures.put("best step", Long.toString(loop.bestStep()));
        figures.put("steps", Long.toString(loop.step()));
        figures.put("minutes", String.format(Locale.ROOT, "%.1f", loop.seconds() / 60));
        figures.put("device", trainer.device().name());
        return new ModelCard(
                card.name(),
                card.description(),
                card.data(),
                card.licence(),
                card.attribution(),
                card.trainingCommand(),
                figures);
    }

    /** What must be the same to go on from a checkpoint, one setting a line. */
    private String settings() {
        String decisions = plan.decisions().stream()
                .map(decision -> decision.name() + "=" + decision.value())
                .collect(Collectors.joining("\n"));
        return decisions + "\ntraining images=" + names(split.train()) + "\nvalidation images="
                + names(split.validation());
    }

    private static String names(DataSet data) {
        return data.samples().stream()
                .map(sample -> sample.name() + " " + sample.image().width() + "x"
                        + sample.image().height())
                .collect(Collectors.joining(", "));
    }
}
