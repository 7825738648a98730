package org.jointattention.training;

import java.util.List;
import java.util.Optional;
import org.jointattention.model.Model;
import org.jointattention.model.NormalizationSpec;

/**
 * The settings that the user fixed; what is empty, {@link TrainingPlan} derives from the data.
 *
 * <pre>{@code
 * PlanRequest request = PlanRequest.builder().attention("joint@bottleneck,skip2").patch(192).build();
 * }</pre>
 */
public final class PlanRequest {
    private final PlanRequestBuilder given;

    /** @param given a copy that nobody changes any more */
    PlanRequest(PlanRequestBuilder given) {
        this.given = given;
    }

    /** Nothing fixed, on a CPU. */
    public static PlanRequest automatic() {
        return builder().build();
    }

    public static PlanRequestBuilder builder() {
        return new PlanRequestBuilder();
    }

    public Optional<AugmentationLevel> augmentation() {
        return Optional.ofNullable(given.augmentation);
    }

    /** Whether training will run on a GPU; decides the automatic preset. */
    public boolean gpu() {
        return given.gpu;
    }

    /** The model whose weights the training starts from, and whose network, normalisation and scale it keeps. */
    public Optional<Model> start() {
        return Optional.ofNullable(given.start);
    }

    public Optional<String> backbone() {
        return Optional.ofNullable(given.backbone);
    }

    public Optional<Preset> preset() {
        return Optional.ofNullable(given.preset);
    }

    public Optional<Integer> depth() {
        return Optional.ofNullable(given.depth);
    }

    /** Slices that the network is to see at once; one where empty. */
    public Optional<Integer> slices() {
        return Optional.ofNullable(given.slices);
    }

    /** Those that the network will see: of a model that it starts from, as many as that does. */
    int seenSlices() {
        return start().map(model -> model.spec().slices()).orElse(slices().orElse(1));
    }

    /** Channels that enter the network's first block; the preset's where empty. */
    public Optional<Integer> baseWidth() {
        return Optional.ofNullable(given.baseWidth);
    }

    /** Channels of the network's deepest level where they are not to follow from the base width. */
    public Optional<Integer> bottleneckWidth() {
        return Optional.ofNullable(given.bottleneckWidth);
    }

    /** Channels that each layer of a dense block adds at full resolution; the preset's where empty. */
    public Optional<Integer> growth() {
        return Optional.ofNullable(given.growth);
    }

    public Optional<String> attention() {
        return Optional.ofNullable(given.attention);
    }

    public Optional<List<String>> classNames() {
        return Optional.ofNullable(given.classNames);
    }

    public Optional<List<Double>> classWeights() {
        return Optional.ofNullable(given.classWeights);
    }

    public Optional<NormalizationSpec> normalization() {
        return Optional.ofNullable(given.normalization);
    }

    public Optional<Double> scale() {
        return Optional.ofNullable(given.scale);
    }

    public Optional<SymmetryReport> symmetries() {
        return Optional.ofNullable(given.symmetries);
    }

    public Optional<Integer> patch() {
        return Optional.ofNullable(given.patch);
    }

    public Optional<Integer> batch() {
        return Optional.ofNullable(given.batch);
    }

    public Optional<Integer> steps() {
        return Optional.ofNullable(given.steps);
    }

    public Optional<Double> minutes() {
        return Optional.ofNullable(given.minutes);
    }

    public Optional<Double> learningRate() {
        return Optional.ofNullable(given.learningRate);
    }

    public Optional<Double> weightDecay() {
        return Optional.ofNullable(given.weightDecay);
    }

    public Optional<Integer> warmupSteps() {
        return Optional.ofNullable(given.warmupSteps);
    }

    public Optional<Double> foregroundFraction() {
        return Optional.ofNullable(given.foregroundFraction);
    }

    public Optional<Double> validationFraction() {
        return Optional.ofNullable(given.validationFraction);
    }

    public Optional<Long> seed() {
        return Optional.ofNullable(given.seed);
    }

    public Optional<Integer> checkpointEvery() {
        return Optional.ofNullable(given.checkpointEvery);
    }

    /**
     * Checks what can be checked without the data.
     *
     * @throws PlanException naming the first value that is out of its range
     */
    public void check() {
        GivenRanges.check(this);
    }
}
