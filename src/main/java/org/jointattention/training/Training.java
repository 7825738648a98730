package org.jointattention.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engine;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.files.FailureReason;
import org.jointattention.files.FolderLock;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelFile;
import org.jointattention.model.Weights;

/**
 * A training from data and plan to a model file. Immutable.
 *
 * <pre>{@code
 * Split split = new TrainingFolders(images, masks).load(DataSetOptions.standard(), request);
 * TrainingPlan plan = TrainingPlan.of(split, request);
 * new Training(engine, plan, split, card, Paths.get("my.zip")).run(listener);
 * }</pre>
 *
 * <p>While it runs, checkpoint, history and a picture of the curves are kept in a {@link CheckpointFolder}.
 */
public final class Training {
    private final Engine engine;
    private final TrainingPlan plan;
    private final Split split;
    private final ModelCard card;
    private final Path file;
    private final TrainerOptions options;
    private final LongSupplier nanoTime;

    /**
     * @param split training and validation samples with raw grey values; the validation part may be empty
     * @param card of the model; its figures are filled in
     * @param file the model file to be written
     */
    public Training(Engine engine, TrainingPlan plan, Split split, ModelCard card, Path file) {
        this(engine, plan, split, card, file, plan.trainerOptions(), System::nanoTime);
    }

    private Training(
            Engine engine,
            TrainingPlan plan,
            Split split,
            ModelCard card,
            Path file,
            TrainerOptions options,
            LongSupplier nanoTime) {
        this.engine = engine;
        this.plan = plan;
        this.split = split;
        this.card = card;
        this.file = file;
        this.options = options;
        this.nanoTime = nanoTime;
    }

    public Training withDevice(DeviceChoice device) {
        return new Training(engine, plan, split, card, file, options.withDevice(device), nanoTime);
    }

    /** @param threads number of threads; 0 for one a processor */
    public Training withThreads(int threads) {
        return new Training(engine, plan, split, card, file, options.withThreads(threads), nanoTime);
    }

    Training withClock(LongSupplier value) {
        return new Training(engine, plan, split, card, file, options, value);
    }

    /** What is to be said before the first step: notes on the data, the plan with its reasons, memory; a line each. */
    public List<String> announcement() {
        List<String> lines = new ArrayList<>(split.train().notes());
        lines.addAll(split.validation().notes());
        plan.describe().lines().forEach(lines::add);
        lines.add(String.format(
                Locale.ROOT,
                "%d training and %d validation images; about %.1f GB of memory outside the Java heap.",
                split.train().samples().size(),
                split.validation().samples().size(),
                memoryBytes() / 1e9));
        return lines;
    }

    /**
     * What is to be said before a training goes on, instead of its announcement; a line each.
     *
     * @throws TrainingException as {@link #resume} does where it cannot go on
     */
    public List<String> resumption() {
        long step = load(new CheckpointFolder(file)).checkpoint().state().step();
        String of = plan.steps().isPresent() ? " of " + plan.steps().getAsInt() : "";
        return List.of("Going on from step " + step + of + " with the settings and images of the checkpoint.");
    }

    /**
     * Whether {@link #resume} would make an earlier, shorter training longer: then its learning rate was not the one of this plan.
     *
     * @throws TrainingException as {@link #resume} does where it cannot go on
     */
    public boolean prolongs() {
        return load(new CheckpointFolder(file)).lengthBefore().isPresent();
    }

    private Resumption load(CheckpointFolder folder) {
        return folder.load(settings(), plan.isLengthGiven());
    }

    /** Estimated bytes outside the Java heap. */
    public long memoryBytes() {
        return engine.trainerBytes(plan.spec(), options);
    }

    /**
     * Trains from the start, which is random weights or those of {@link TrainingPlan#start}, and writes the model with the best weights; a stopped training writes what it
     * has, which before the first validation are the averaged weights of its last step. The checkpoint of an earlier training of the same file is kept under another name.
     *
     * @return the outcome; without a model where it was stopped before the first step
     * @throws TrainingException if the outputs cannot be written
     * @throws EngineException if the memory does not suffice, or the training diverges
     */
    public TrainingOutcome run(TrainingListener listener) {
        return locked(folder -> train(folder, Optional.empty(), listener));
    }

    /**
     * Goes on from the checkpoint beside the file, as {@link #run} would have done. Where more steps or minutes are
     * given than before, the training is prolonged: it goes on with the learning rate that the longer one has there.
     *
     * @throws TrainingException also if there is no checkpoint, or it is of other settings or data
     */
    public TrainingOutcome resume(TrainingListener listener) {
        return locked(folder -> train(folder, Optional.of(load(folder)), listener));
    }

    /** Two trainings that write the same files would spoil both. */
    private TrainingOutcome locked(Function<CheckpointFolder, TrainingOutcome> training) {
        CheckpointFolder folder = new CheckpointFolder(file);
        folder.check();
        try (FolderLock lock = folder.lock()) {
            return training.apply(folder);
        } catch (IOException e) {
            throw new TrainingException("The lock of " + file + " cannot be released: " + FailureReason.of(e), e);
        } finally {
            folder.removeIfEmpty();
        }
    }

    private TrainingSettings settings() {
        return TrainingSettings.of(plan, split);
    }

    private TrainingOutcome train(CheckpointFolder folder, Optional<Resumption> from, TrainingListener listener) {
        Weights start = from.map(resumption -> resumption.checkpoint().state().weights())
                .orElseGet(this::startWeights);
        HeapNeed.of(split, plan.spec().scale()).check(Runtime.getRuntime().maxMemory());
        DataSet data = split.train().map(new Preparation(plan.spec()));
        Validator validator = new Validator(plan.spec(), split);
        if (validator.isBlank()) {
            listener.warning("The validation images show no foreground, so the last weights will be kept.");
        }
        try (Trainer trainer = engine.trainer(plan.spec(), start, options);
                BatchSource batches = new BatchSource(data, plan.batchOptions())) {
            listener.started(trainer.device());
            RunConditions conditions = RunConditions.of(trainer.device(), options.threads());
            CheckpointSaver saver = new CheckpointSaver(folder, settings(), conditions, listener);
            TrainingLoop loop = new TrainingLoop(plan, trainer, batches, validator, saver, listener, nanoTime);
            if (from.isPresent()) {
                resume(loop, from.get(), conditions, listener);
            } else {
                folder.begin().ifPresent(kept -> listener.warning("The model that was there is kept as " + kept + "."));
            }
            try {
                boolean complete = run(loop, trainer, listener);
                Optional<Model> model = complete || !listener.discards() ? write(loop, trainer) : Optional.empty();
                return new TrainingOutcome(model, complete, loop, trainer.device(), batches);
            } finally {
                if (loop.isInterrupted()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private Weights startWeights() {
        Weights fresh = engine.initialWeights(plan.spec(), plan.seed());
        return plan.start()
                .map(model -> Inheritance.weights(model, fresh, plan.spec()))
                .orElse(fresh);
    }

    private static void resume(
            TrainingLoop loop, Resumption from, RunConditions conditions, TrainingListener listener) {
        loop.resume(from.checkpoint());
        from.conditions().flatMap(conditions::warning).ifPresent(listener::warning);
        if (from.lengthBefore().isPresent()) {
            listener.warning(loop.prolonged(from.lengthBefore().get()));
        } else if (loop.isOver()) {
            listener.warning("The training was complete already, so the model is only written again. To prolong it,"
                    + " resume with more steps or minutes.");
        }
    }

    /** What was learned before a training failed is not lost. */
    private boolean run(TrainingLoop loop, Trainer trainer, TrainingListener listener) {
        try {
            return loop.run();
        } catch (EngineException failure) {
            throw isBestSaved(failure, loop, trainer) ? withStep(failure, loop) : failure;
        } catch (RuntimeException | OutOfMemoryError failure) {
            if (isBestSaved(failure, loop, trainer)) {
                listener.warning("The best weights before the failure were saved to " + file + ".");
            }
            throw failure;
        }
    }

    /** Where saving fails, too, the user is told of what came first. */
    private boolean isBestSaved(Throwable failure, TrainingLoop loop, Trainer trainer) {
        try {
            return write(loop, trainer).isPresent();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    private EngineException withStep(EngineException failure, TrainingLoop loop) {
        long step = loop.kept().get().step();
        return new EngineException(
                failure.getMessage() + " The weights of step " + step + " were saved to " + file + ".", failure);
    }

    private Optional<Model> write(TrainingLoop loop, Trainer trainer) {
        Optional<Model> model = loop.kept().map(kept -> new Model(plan.spec(), kept.weights(), card(loop, trainer)));
        model.ifPresent(found -> ModelFile.write(found, file));
        return model;
    }

    private ModelCard card(TrainingLoop loop, Trainer trainer) {
        return new CardFigures(card)
                .start(plan.start())
                .images(split)
                .training(loop)
                .device(trainer.device())
                .card();
    }
}
