package org.jointattention.training;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerState;
import org.jointattention.files.CancelledException;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;

/**
 * Steps a trainer through a plan: batches, learning rate, validation, best weights, checkpoints. Not for
 * use by several threads.
 */
final class TrainingLoop {
    private final TrainingPlan plan;
    private final Trainer trainer;
    private final BatchSource batches;
    private final Validator validator;
    private final BiConsumer<Checkpoint, History> saver;
    private final TrainingListener listener;
    private final LearningRate learningRate;
    private final TrainingClock clock;
    private final StepRate rate;
    private final History history;

    private long step;
    private long shown = -1;
    private double validationSeconds;
    private float stepLoss = Float.NaN;
    private MeanLoss loss = MeanLoss.NONE;
    private Optional<ValidationScore> score = Optional.empty();
    private Optional<BestWeights> best = Optional.empty();
    private Optional<BestWeights> unvalidated = Optional.empty();
    private boolean interrupted;

    /** @param nanoTime such as {@code System::nanoTime} */
    TrainingLoop(
            TrainingPlan plan,
            Trainer trainer,
            BatchSource batches,
            Validator validator,
            BiConsumer<Checkpoint, History> saver,
            TrainingListener listener,
            LongSupplier nanoTime) {
        this.plan = plan;
        this.trainer = trainer;
        this.batches = batches;
        this.validator = validator;
        this.saver = saver;
        this.listener = listener;
        this.learningRate = new LearningRate(plan.learningRate(), plan.warmupSteps());
        this.clock = new TrainingClock(plan, nanoTime);
        this.rate = new StepRate(nanoTime);
        this.history = new History(plan.spec().classes());
    }

    /** Goes back to a checkpoint. */
    void resume(Checkpoint checkpoint) {
        trainer.restore(checkpoint.state());
        step = checkpoint.state().step();
        best = checkpoint.best();
        loss = checkpoint.loss();
        history.restore(checkpoint.history());
        clock.resume(checkpoint.seconds());
    }

    /** Whether there is nothing to be done. */
    boolean isOver() {
        return clock.isOver(step);
    }

    /** A line that says where a training goes on that is longer than it was. */
    String prolonged(String before) {
        String now = plan.steps().isPresent()
                ? plan.steps().getAsInt() + " steps"
                : Decisions.text(plan.minutes().getAsDouble()) + " minutes";
        return "The training of " + before + " is prolonged to " + now + ": it goes on from step " + step
                + " with the learning rate that " + now + " have there, "
                + Decisions.number(learningRateOf(step), 2) + ".";
    }

    /**
     * Runs to the end of the plan, or until the listener stops it; true if the plan came to its end.
     *
     * @throws EngineException if the training diverges; the last checkpoint is of before
     */
    boolean run() {
        batches.start(step);
        clock.start(step);
        try {
            boolean over = endInterval();
            while (!over && !listener.stopped()) {
                oneStep();
                over = endInterval();
                preview(over);
            }
            if (!over) {
                stop();
            }
            return over;
        } catch (CancelledException stoppedInValidation) {
            // It is made up for when the training is resumed: the history has no row of this step.
            interrupted = Thread.interrupted(); // an interrupted thread can write no file
            stop();
            return false;
        }
    }

    /** Whether it ended since its thread was interrupted; the thread no longer says so. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** The checkpoint stays without the weights that nothing chose, so that resuming changes nothing. */
    private void stop() {
        save(finite(trainer.state()));
        if (!best.isPresent() && step > 0) {
            unvalidated = Optional.of(new BestWeights(trainer.weights(), Double.NaN, step));
        }
    }

    private Predictor predictor() {
        return new TrainerPredictor(trainer, plan.spec(), plan.patch());
    }

    private void show(TrainingPreview preview) {
        shown = preview.step();
        listener.preview(preview);
    }

    /** Shows how an image is segmented by now, where that is wanted and the validation has not shown it. */
    private void preview(boolean over) {
        if (!over && shown != step && listener.wantsPreview(step)) {
            show(validator.preview(predictor(), step, this::stopped));
        }
    }

    private void oneStep() {
        rate.begin();
        Batch batch = batches.next();
        stepLoss = trainer.step(batch.images(), batch.labels(), learningRateOf(step));
        loss = loss.with(stepLoss);
        batches.recycle(batch);
        step++;
        rate.end();
        report();
    }

    private double learningRateOf(long number) {
        return learningRate.at(number, clock.done(number));
    }

    /** Validates and saves where that is due; true if the plan is over. */
    private boolean endInterval() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException("The training was interrupted.");
        }
        boolean over = clock.isOver(step);
        if (step > history.lastStep() && (over || isDue())) {
            TrainerState state = finite(trainer.state());
            validate();
            save(state);
        }
        return over;
    }

    private boolean isDue() {
        if (plan.checkpointEvery().isPresent()) {
            return step % plan.checkpointEvery().getAsInt() == 0;
        }
        double interval = Math.max(plan.checkpointSeconds().getAsDouble(), validationSeconds);
        return clock.seconds() - history.lastSeconds() >= interval;
    }

    private void validate() {
        double begin = clock.seconds();
        ValidationScore found = validator.canChoose()
                ? validator.score(predictor(), step, this::stopped, this::show)
                : ValidationScore.none(plan.spec().classes().size());
        score = validator.canChoose() ? Optional.of(found) : Optional.empty();
        double dice = found.meanDice();
        if (!validator.canChoose() || !best.isPresent() || dice > best.get().dice()) {
            best = Optional.of(new BestWeights(trainer.weights(), dice, step));
        }
        double end = clock.seconds();
        validationSeconds = end - begin;
        history.add(step, end, loss.value(), learningRateOf(step - 1), found);
        report();
        loss = MeanLoss.NONE;
    }

    private boolean stopped() {
        return listener.stopped();
    }

    private TrainerState finite(TrainerState state) {
        requireFinite(state.weights());
        requireFinite(state.optimiser());
        return state;
    }

    private void requireFinite(Weights weights) {
        for (WeightArray array : weights.asMap().values()) {
            for (float value : array.values()) {
                if (!Float.isFinite(value)) {
                    throw new EngineException("The weights became " + value + " by step " + step
                            + ": the training diverged. Try a smaller learning rate.");
                }
            }
        }
    }

    private void save(TrainerState state) {
        saver.accept(new Checkpoint(state, best, clock.seconds(), loss, history.csv()), history);
    }

    private void report() {
        double bestDice = best.map(BestWeights::dice).orElse(Double.NaN);
        listener.progress(new TrainingProgress(
                step,
                clock.done(step),
                (float) loss.value(),
                stepLoss,
                rate.stepsPerSecond(),
                clock.secondsLeft(step),
                score,
                bestDice));
    }

    /** The weights to keep: the best; those of a stop before the first validation; empty before the first step. */
    Optional<BestWeights> kept() {
        return best.isPresent() ? best : unvalidated;
    }

    /** Whether it was stopped before there was a validation to choose the weights. */
    boolean isUnvalidated() {
        return !best.isPresent() && unvalidated.isPresent();
    }

    long step() {
        return step;
    }

    double seconds() {
        return clock.seconds();
    }
}
