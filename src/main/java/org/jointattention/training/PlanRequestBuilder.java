package org.jointattention.training;

import java.util.List;
import org.jointattention.model.Model;
import org.jointattention.model.NormalizationSpec;

/**
 * Collects the settings of a {@link PlanRequest}; a null leaves a setting to be derived. Values are checked by the plan, or by
 * {@link PlanRequest#check}.
 */
public final class PlanRequestBuilder implements Cloneable {
    // Read by PlanRequest alone, which keeps a copy.
    boolean gpu;
    Model start;
    String backbone;
    Preset preset;
    AugmentationLevel augmentation;
    Integer depth;
    Integer slices;
    Integer baseWidth;
    Integer bottleneckWidth;
    Integer growth;
    String attention;
    List<String> classNames;
    List<Double> classWeights;
    NormalizationSpec normalization;
    Double scale;
    SymmetryReport symmetries;
    Integer patch;
    Integer batch;
    Integer steps;
    Double minutes;
    Double learningRate;
    Double weightDecay;
    Integer warmupSteps;
    Double foregroundFraction;
    Double validationFraction;
    Long seed;
    Integer checkpointEvery;

    PlanRequestBuilder() {}

    /** @param value whether training will run on a GPU */
    public PlanRequestBuilder gpu(boolean value) {
        gpu = value;
        return this;
    }

    /** @param value a model to start from; backbone, attention, normalisation and scale are its own then */
    public PlanRequestBuilder start(Model value) {
        start = value;
        return this;
    }

    public PlanRequestBuilder backbone(String value) {
        backbone = value;
        return this;
    }

    public PlanRequestBuilder augmentation(AugmentationLevel value) {
        augmentation = value;
        return this;
    }

    public PlanRequestBuilder preset(Preset value) {
        preset = value;
        return this;
    }

    /** @param value number of 2x2 poolings */
    public PlanRequestBuilder depth(Integer value) {
        depth = value;
        return this;
    }

    /** @param value neighbouring slices that are seen at once, odd, 1 to 15 */
    public PlanRequestBuilder slices(Integer value) {
        slices = value;
        return this;
    }

    /** @param value channels that enter the first block, 1 to 512 */
    public PlanRequestBuilder baseWidth(Integer value) {
        baseWidth = value;
        return this;
    }

    /** @param value channels of the deepest level, 1 to 32768; not for {@code denseunet} */
    public PlanRequestBuilder bottleneckWidth(Integer value) {
        bottleneckWidth = value;
        return this;
    }

    /** @param value channels that each layer of a dense block adds at full resolution, 1 to 256 */
    public PlanRequestBuilder growth(Integer value) {
        growth = value;
        return this;
    }

    /** @param value such as {@code joint@bottleneck,skip2} */
    public PlanRequestBuilder attention(String value) {
        attention = value;
        return this;
    }

    /** @param value a name for each class, the background's first */
    public PlanRequestBuilder classNames(List<String> value) {
        classNames = value == null ? null : List.copyOf(value);
        return this;
    }

    /** @param value a weight for each class, the background's first */
    public PlanRequestBuilder classWeights(List<Double> value) {
        classWeights = value == null ? null : List.copyOf(value);
        return this;
    }

    public PlanRequestBuilder normalization(NormalizationSpec value) {
        normalization = value;
        return this;
    }

    /** @param value factor by which images are resized; 0.5 halves width and height */
    public PlanRequestBuilder scale(Double value) {
        scale = value;
        return this;
    }

    public PlanRequestBuilder symmetries(SymmetryReport value) {
        symmetries = value;
        return this;
    }

    /** @param value height and width of a patch in pixels of the resized image */
    public PlanRequestBuilder patch(Integer value) {
        patch = value;
        return this;
    }

    /** @param value patches a step */
    public PlanRequestBuilder batch(Integer value) {
        batch = value;
        return this;
    }

    public PlanRequestBuilder steps(Integer value) {
        steps = value;
        return this;
    }

    /** @param value how long to train, instead of steps */
    public PlanRequestBuilder minutes(Double value) {
        minutes = value;
        return this;
    }

    public PlanRequestBuilder learningRate(Double value) {
        learningRate = value;
        return this;
    }

    public PlanRequestBuilder weightDecay(Double value) {
        weightDecay = value;
        return this;
    }

    public PlanRequestBuilder warmupSteps(Integer value) {
        warmupSteps = value;
        return this;
    }

    /** @param value share of the patches that are placed on foreground */
    public PlanRequestBuilder foregroundFraction(Double value) {
        foregroundFraction = value;
        return this;
    }

    /** @param value share of the images that are held out */
    public PlanRequestBuilder validationFraction(Double value) {
        validationFraction = value;
        return this;
    }

    public PlanRequestBuilder seed(Long value) {
        seed = value;
        return this;
    }

    /** @param value steps from one validation and checkpoint to the next; without it, minutes go by time */
    public PlanRequestBuilder checkpointEvery(Integer value) {
        checkpointEvery = value;
        return this;
    }

    public PlanRequest build() {
        return new PlanRequest(copy());
    }

    private PlanRequestBuilder copy() {
        try {
            return (PlanRequestBuilder) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("PlanRequestBuilder is Cloneable", e);
        }
    }
}
