package org.jointattention.training;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jointattention.engine.TrainerOptions;
import org.jointattention.model.Model;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;

/**
 * All settings of a training, each with its reason: what the user gave, and the rest derived from the
 * data. The rules are in docs/plan.md.
 */
public final class TrainingPlan {
    /** Decay of the moving average of the weights that is validated and kept. */
    static final double AVERAGING = 0.995;

    /** Normalised by percentiles, values of most images deviate by .3 to .5; by mean and deviation, by 1. */
    private static final double MEAN_STD_CONTRAST = 2.5;

    private final Optional<Model> start;
    private final ModelSpec spec;
    private final int patch;
    private final int batch;
    private final Schedule schedule;
    private final float[] classWeights;
    private final AugmentationLevel augmentation;
    private final double foregroundFraction;
    private final SymmetryReport symmetries;
    private final double validationFraction;
    private final long seed;
    private final List<Decision> decisions;

    private TrainingPlan(Planner planner, PlanRequest request) {
        this.start = request.start();
        this.spec = planner.spec;
        this.patch = planner.patch;
        this.batch = planner.batch;
        this.schedule = planner.schedule;
        this.classWeights = new float[planner.classWeights.size()];
        for (int k = 0; k < classWeights.length; k++) {
            classWeights[k] = planner.classWeights.get(k).floatValue();
        }
        this.augmentation = planner.augmentation;
        this.foregroundFraction = planner.foregroundFraction;
        this.symmetries = planner.symmetries;
        this.validationFraction = planner.validationFraction;
        this.seed = planner.seed;
        this.decisions = Collections.unmodifiableList(planner.decisions.taken());
    }

    /**
     * Derives what the user left open.
     *
     * @throws PlanException if a given value cannot be used, or no foreground is labelled
     */
    public static TrainingPlan of(DataSummary data, PlanRequest request) {
        return new TrainingPlan(Planner.plan(data, request), request);
    }

    /**
     * The plan for a split: only its training part is looked at.
     *
     * @throws PlanException if a given value cannot be used, or no foreground is labelled
     */
    public static TrainingPlan of(Split split, PlanRequest request) {
        return new TrainingPlan(Planner.plan(split, request), request);
    }

    /** The model whose weights the training starts from; empty where it starts from random ones. */
    public Optional<Model> start() {
        return start;
    }

    public ModelSpec spec() {
        return spec;
    }

    /** Height and width of a patch, in pixels of the image after resizing by the model's scale. */
    public int patch() {
        return patch;
    }

    /** Patches a step. */
    public int batch() {
        return batch;
    }

    /** Number of steps; empty where {@link #minutes()} end the training. */
    public OptionalInt steps() {
        return schedule.steps();
    }

    /** Minutes of training; empty where {@link #steps()} end it. */
    public OptionalDouble minutes() {
        return schedule.minutes();
    }

    /** Peak learning rate; see {@link Schedule}. */
    public double learningRate() {
        return schedule.learningRate();
    }

    public double weightDecay() {
        return schedule.weightDecay();
    }

    public int warmupSteps() {
        return schedule.warmupSteps();
    }

    /** Steps from one checkpoint to the next; empty where {@link #checkpointSeconds} tell. */
    public OptionalInt checkpointEvery() {
        return schedule.checkpointEvery();
    }

    /** Seconds from one checkpoint to the next, where minutes end the training and no number of steps was given. */
    public OptionalDouble checkpointSeconds() {
        return schedule.checkpointSeconds();
    }

    /** Weight of each class in the cross-entropy, the background's first. */
    public float[] classWeights() {
        return classWeights.clone();
    }

    /** Share of the patches that are placed on foreground, 0 to 1. */
    public double foregroundFraction() {
        return foregroundFraction;
    }

    /** How much images are changed. */
    public AugmentationLevel augmentation() {
        return augmentation;
    }

    /** What augmentation may do. */
    public SymmetryReport symmetries() {
        return symmetries;
    }

    /** Share of the images that are held out for validation. */
    public double validationFraction() {
        return validationFraction;
    }

    public long seed() {
        return seed;
    }

    /** Every setting with its reason, in the order they were decided. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** Whether steps or minutes were given, so that none were derived. */
    boolean isLengthGiven() {
        return decisions.stream()
                .filter(decision -> decision.name().equals(PlanLength.STEPS)
                        || decision.name().equals(PlanLength.MINUTES))
                .allMatch(decision -> decision.reason().equals(Decision.GIVEN));
    }

    /** The trainer's options that the plan decides; device and threads are left at their defaults. */
    public TrainerOptions trainerOptions() {
        return TrainerOptions.of(batch, patch, classWeights)
                .withWeightDecay(weightDecay())
                .withAveraging(AVERAGING);
    }

    /** Typical deviation of normalised values, in units of that of images normalised by percentiles. */
    private double contrast() {
        return spec.normalization().kind() == NormalizationSpec.Kind.MEAN_STD ? MEAN_STD_CONTRAST : 1;
    }

    /** How batches are drawn and augmented. */
    public BatchOptions batchOptions() {
        return BatchOptions.of(batch, patch, seed)
                .withForegroundFraction(foregroundFraction)
                .withAugmentation(augmentation.augmentation(symmetries.toSymmetries(), contrast()));
    }

    /** The decisions as a table of three aligned columns: name, value, reason; lines end with a line feed. */
    public String describe() {
        int names = width(0);
        int values = width(1);
        StringBuilder table = new StringBuilder();
        for (Decision decision : decisions) {
            String line = "%-" + names + "s  %-" + values + "s  %s";
            table.append(String.format(line, decision.name(), decision.value(), decision.reason()))
                    .append('\n');
        }
        return table.toString();
    }

    private int width(int column) {
        return decisions.stream()
                .mapToInt(decision -> (column == 0 ? decision.name() : decision.value()).length())
                .max()
                .orElse(1);
    }
}
