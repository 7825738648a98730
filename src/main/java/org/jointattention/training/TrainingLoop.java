package org.jointattention.training;

import org.jointattention.engine.Trainer;
import org.jointattention.engine.TrainerState;
import org.jointattention.model.Weights;

/**
 * Steps a trainer through a plan: batches, learning rate, validation, best weights, checkpoints. Not for
 * use by several threads.
 */
final class TrainingLoop {
    /** Weight of the past in the shown steps a second. */
    private static final double SMOOTHING = 0.95;

    private final TrainingPlan plan;
    private final Trainer trainer;
    private final BatchSource batches;
    private final Validator validator;
    private final CheckpointFolder folder;
    private final History history;
    private final String settings;
    private final TrainingListener listener;
    private final LearningRate learningRate;
    private final TrainingClock clock;

    private long step;
    private double lossSum;
    private long lossCount;
    private double secondsPerStep;
    private ValidationScore lastScore;
    private Weights best;
    private double bestDice = Double.NaN;
    private long bestStep;

    TrainingLoop(
            TrainingPlan plan,
            Trainer trainer,
            BatchSource batches,
            Validator validator,
            CheckpointFolder folder,
            History history,
            String settings,
            TrainingListener listener) {
        this.plan = plan;
        this.trainer = trainer;
        this.batches = batches;
        this.validator = validator;
        this.folder = folder;
        this.history = history;
        this.settings = settings;
        this.listener = listener;
        this.learningRate = new LearningRate(plan.learningRate(), plan.warmupSteps());
        this.clock = new TrainingClock(plan);
    }

    /** Goes back to a checkpoint. */
    void resume(Checkpoint checkpoint) {
        trainer.restore(checkpoint.state);
        step = checkpoint.state.step();
        best = checkpoint.best;
        bestDice = checkpoint.bestDice;
        bestStep = checkpoint.bestStep;
        lossSum = checkpoint.lossSum;
        lossCount = checkpoint.lossCount;
        clock.resume(checkpoint.seconds);
        history.load(folder.history(), step);
    }

    /** Runs to the end of the plan, or until the listener stops it; true if the plan came to its end. */
    boolean run() {
        batches.start(step);
        clock.start();
        while (!clock.isOver(step)) {
            if (listener.stopped()) {
                saveCheckpoint();
                return false;
            }
            oneStep();
            if (step % plan.checkpointEvery() == 0 || clock.isOver(step)) {
                validate();
                saveCheckpoint();
            }
        }
        return true;
    }

    private void oneStep() {
        long start = System.nanoTime();
        Batch batch = batches.next();
        double rate = learningRate.at(step, clock.done(step));
        float loss = trainer.step(batch.images(), batch.labels(), rate);
        batches.recycle(batch);
        step++;
        lossSum += loss;
        lossCount++;
        double seconds = (System.nanoTime() - start) * 1e-9;
        // The first steps of a session also prepare it: they say nothing of the speed.
        secondsPerStep =
                secondsPerStep == 0 || lossCount < 3 ? seconds : SMOOTHING * secondsPerStep + (1 - SMOOTHING) * seconds;
        report();
    }

    private void validate() {
        if (!validator.isEmpty()) {
            lastScore = validator.score(trainer, plan.batch(), plan.patch());
        }
        double dice = lastScore == null ? Double.NaN : lastScore.meanDice();
        if (best == null || validator.isEmpty() || dice > bestDice) {
            best = trainer.weights();
            bestDice = dice;
            bestStep = step;
        }
        history.add(step, clock.seconds(), lossSum / lossCount, learningRate.at(step, clock.done(step)), lastScore);
        lossSum = 0;
        lossCount = 0;
        report();
    }

    private void saveCheckpoint() {
        TrainerState state = trainer.state();
        folder.save(new Checkpoint(state, best, bestDice, bestStep, clock.seconds(), lossSum, lossCount, settings));
        history.save(folder.history());
        history.savePicture(folder.picture());
    }

    private void report() {
        float loss = lossCount == 0 ? Float.NaN : (float) (lossSum / lossCount);
        listener.progress(new TrainingProgress(
                step, clock.done(step), loss, 1 / secondsPerStep, clock.secondsLeft(step), lastScore, bestDice));
    }

    /** The weights to keep, or null before the first validation. */
    Weights best() {
        return best;
    }

    double bestDice() {
        return bestDice;
    }

    long bestStep() {
        return bestStep;
    }

    long step() {
        return step;
    }

    double seconds() {
        return clock.seconds();
    }
}
