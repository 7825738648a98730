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
    private final Builder given;

    private PlanRequest(Builder given) {
        this.given = given;
    }

    /** Nothing fixed, on a CPU. */
    public static PlanRequest automatic() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
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

    /** Collects settings; a null leaves a setting to be derived. Values are checked by the plan. */
    public static final class Builder implements Cloneable {
        private boolean gpu;
        private Model start;
        private String backbone;
        private Preset preset;
        private AugmentationLevel augmentation;
        private Integer depth;
        private Integer slices;
        private Integer baseWidth;
        private Integer growth;
        private String attention;
        private List<String> classNames;
        private List<Double> classWeights;
        private NormalizationSpec normalization;
        private Double scale;
        private SymmetryReport symmetries;
        private Integer patch;
        private Integer batch;
        private Integer steps;
        private Double minutes;
        private Double learningRate;
        private Double weightDecay;
        private Integer warmupSteps;
        private Double foregroundFraction;
        private Double validationFraction;
        private Long seed;
        private Integer checkpointEvery;

        private Builder() {}

        /** @param value whether training will run on a GPU */
        public Builder gpu(boolean value) {
            gpu = value;
            return this;
        }

        /** @param value a model to start from; backbone, attention, normalisation and scale are its own then */
        public Builder start(Model value) {
            start = value;
            return this;
        }

        public Builder backbone(String value) {
            backbone = value;
            return this;
        }

        public Builder augmentation(AugmentationLevel value) {
            augmentation = value;
            return this;
        }

        public Builder preset(Preset value) {
            preset = value;
            return this;
        }

        /** @param value number of 2x2 poolings */
        public Builder depth(Integer value) {
            depth = value;
            return this;
        }

        /** @param value neighbouring slices that are seen at once, odd, 1 to 15 */
        public Builder slices(Integer value) {
            slices = value;
            return this;
        }

        /** @param value channels that enter the first block, 1 to 512 */
        public Builder baseWidth(Integer value) {
            baseWidth = value;
            return this;
        }

        /** @param value channels that each layer of a dense block adds at full resolution, 1 to 256 */
        public Builder growth(Integer value) {
            growth = value;
            return this;
        }

        /** @param value such as {@code joint@bottleneck,skip2} */
        public Builder attention(String value) {
            attention = value;
            return this;
        }

        /** @param value a name for each class, the background's first */
        public Builder classNames(List<String> value) {
            classNames = value == null ? null : List.copyOf(value);
            return this;
        }

        /** @param value a weight for each class, the background's first */
        public Builder classWeights(List<Double> value) {
            classWeights = value == null ? null : List.copyOf(value);
            return this;
        }

        public Builder normalization(NormalizationSpec value) {
            normalization = value;
            return this;
        }

        /** @param value factor by which images are resized; 0.5 halves width and height */
        public Builder scale(Double value) {
            scale = value;
            return this;
        }

        public Builder symmetries(SymmetryReport value) {
            symmetries = value;
            return this;
        }

        /** @param value height and width of a patch in pixels of the resized image */
        public Builder patch(Integer value) {
            patch = value;
            return this;
        }

        /** @param value patches a step */
        public Builder batch(Integer value) {
            batch = value;
            return this;
        }

        public Builder steps(Integer value) {
            steps = value;
            return this;
        }

        /** @param value how long to train, instead of steps */
        public Builder minutes(Double value) {
            minutes = value;
            return this;
        }

        public Builder learningRate(Double value) {
            learningRate = value;
            return this;
        }

        public Builder weightDecay(Double value) {
            weightDecay = value;
            return this;
        }

        public Builder warmupSteps(Integer value) {
            warmupSteps = value;
            return this;
        }

        /** @param value share of the patches that are placed on foreground */
        public Builder foregroundFraction(Double value) {
            foregroundFraction = value;
            return this;
        }

        /** @param value share of the images that are held out */
        public Builder validationFraction(Double value) {
            validationFraction = value;
            return this;
        }

        public Builder seed(Long value) {
            seed = value;
            return this;
        }

        /** @param value steps from one validation and checkpoint to the next; without it, minutes go by time */
        public Builder checkpointEvery(Integer value) {
            checkpointEvery = value;
            return this;
        }

        public PlanRequest build() {
            return new PlanRequest(copy());
        }

        private Builder copy() {
            try {
                return (Builder) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError("Builder is Cloneable", e);
            }
        }
    }
}
