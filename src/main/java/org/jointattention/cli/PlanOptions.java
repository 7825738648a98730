package org.jointattention.cli;

import java.util.Optional;
import org.jointattention.model.Model;
import org.jointattention.training.AugmentationLevel;
import org.jointattention.training.ClassList;
import org.jointattention.training.DataSetOptions;
import org.jointattention.training.Flips;
import org.jointattention.training.PlanRequest;
import org.jointattention.training.Preset;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The settings of a training that users may fix. */
final class PlanOptions {
    @Option(
            names = "--backbone",
            paramLabel = "NAME",
            description = "denseunet, unet, unetplusplus, unetplusplus:deep or nonlocalunet (default: denseunet).")
    private String backbone;

    @Option(
            names = "--preset",
            paramLabel = "small|base",
            description = "Size of the network (default: base on a GPU, else small).")
    private Preset preset;

    @Option(
            names = "--augmentation",
            paramLabel = "none|gentle|standard",
            description = "How much images are changed in training (default: gentle for thin objects, else standard).")
    private AugmentationLevel augmentation;

    @Option(
            names = "--flips",
            paramLabel = "none|left-right|all",
            description = "Flips of images in training; all includes turns (default: those that the images admit).")
    private Flips flips;

    @Option(
            names = "--attention",
            paramLabel = "NAME[:VARIANT][@PLACES]",
            description =
                    "joint:slim, joint, joint:competitive, none, pointwise, self, sequential, cbam, nonlocal, dual, generalized,"
                            + " psa, aggregation or gate, with their variants (docs/attention.md); places are bottleneck, skip0,"
                            + " skip1, ... (default: joint:slim@bottleneck).")
    private String attention;

    @Option(
            names = "--classes",
            paramLabel = "N|NAMES",
            converter = ClassListConverter.class,
            description = "Number of classes with the background, or their names: background,nucleus.")
    private ClassList classes;

    @Option(
            names = "--slices",
            paramLabel = "K",
            description = "Neighbouring slices of a stack that the network sees at once, odd (default: 1).")
    private Integer slices;

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

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all that is random (default: 1).")
    private Long seed;

    /** How long to train: a number of steps, or of minutes. */
    static final class Length {
        @Option(names = "--steps", paramLabel = "N", description = "Steps of the optimiser. Repeatable to the bit.")
        private Integer steps;

        @Option(names = "--minutes", paramLabel = "M", description = "Time to train, validation included.")
        private Double minutes;
    }

    boolean hasPreset() {
        return preset != null;
    }

    DataSetOptions dataSetOptions() {
        return classes == null ? DataSetOptions.standard() : classes.dataSetOptions();
    }

    /**
     * @param start the model to start from, where one was given
     * @param validationShare where it was given
     */
    PlanRequest request(boolean gpu, Optional<Model> start, Optional<Double> validationShare) {
        return PlanRequest.builder()
                .gpu(gpu)
                .start(start.orElse(null))
                .backbone(backbone)
                .preset(preset)
                .augmentation(augmentation)
                .symmetries(flips == null ? null : flips.symmetries())
                .attention(attention)
                .slices(slices)
                .classNames(classes == null ? null : classes.names().orElse(null))
                .scale(scale)
                .patch(patch)
                .batch(batch)
                .steps(length.steps)
                .minutes(length.minutes)
                .learningRate(learningRate)
                .seed(seed)
                .validationFraction(validationShare.orElse(null))
                .build();
    }
}
