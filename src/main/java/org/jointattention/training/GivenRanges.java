package org.jointattention.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jointattention.model.ModelSpec;

/** The ranges of settings that users give, as far as they do not depend on the data or on other settings. */
final class GivenRanges {
    private static final double SHORTEST_MINUTES = 0.01;
    private static final double LONGEST_MINUTES = 100_000;
    private static final int MOST_STEPS = 10_000_000;
    private static final int MOST_BATCH = 1024;

    private GivenRanges() {}

    /** @throws PlanException naming the first value that is out of its range */
    static void check(PlanRequest request) {
        if (request.steps().isPresent() && request.minutes().isPresent()) {
            throw new PlanException("Both steps and minutes are given; give one of them.");
        }
        checkStart(request);
        request.slices().ifPresent(GivenRanges::checkSlices);
        request.scale().ifPresent(value -> Decisions.inRange("scale", value, 1.0 / 16, 4));
        request.patch().ifPresent(value -> checkPatch(value, request));
        request.batch().ifPresent(value -> Decisions.inRange("batch", value, 1, MOST_BATCH));
        checkLength(request);
        request.learningRate().ifPresent(value -> Decisions.inRange("learning rate", value, 1e-8, 1));
        request.weightDecay().ifPresent(value -> Decisions.inRange("weight decay", value, 0, 1));
        request.foregroundFraction().ifPresent(value -> Decisions.inRange("share of foreground patches", value, 0, 1));
        request.validationFraction().ifPresent(value -> Decisions.inRange("validation share", value, 0, 0.5));
    }

    private static void checkSlices(int slices) {
        Decisions.inRange("number of slices", slices, 1, ModelSpec.MOST_SLICES);
        if (slices % 2 == 0) {
            throw new PlanException("The number of slices is " + slices + "; it must be odd, with the slice that is"
                    + " segmented in the middle: use " + (slices - 1) + " or " + (slices + 1) + ".");
        }
    }

    private static void checkPatch(int patch, PlanRequest request) {
        Decisions.inRange("patch", patch, PatchRule.SMALLEST_GIVEN, PatchRule.LARGEST_GIVEN);
        if (request.start().isPresent()) {
            PatchRule.check(
                    request.patch(), request.start().get().spec().backbone().stride());
        } else if (!request.depth().isPresent()) {
            Preset preset = request.preset().orElse(request.gpu() ? Preset.BASE : Preset.SMALL);
            PatchRule.check(request.patch(), 1 << PatchRule.depth(patch, preset.depth()));
        }
    }

    /** What the model brings with it cannot be chosen as well. */
    private static void checkStart(PlanRequest request) {
        Map<String, Optional<?>> brought = new LinkedHashMap<>();
        brought.put("backbone", request.backbone());
        brought.put("preset", request.preset());
        brought.put("depth", request.depth());
        brought.put("slices", request.slices());
        brought.put("base width", request.baseWidth());
        brought.put("bottleneck width", request.bottleneckWidth());
        brought.put("growth", request.growth());
        brought.put("attention", request.attention());
        brought.put("normalization", request.normalization());
        brought.put("scale", request.scale());
        brought.values().removeIf(value -> !value.isPresent());
        if (request.start().isPresent() && !brought.isEmpty()) {
            throw new PlanException("A training that starts from a model keeps the model's "
                    + String.join(" and ", brought.keySet()) + ": leave that setting out.");
        }
    }

    private static void checkLength(PlanRequest request) {
        request.steps().ifPresent(value -> Decisions.inRange("number of steps", value, 1, MOST_STEPS));
        request.minutes()
                .ifPresent(value -> Decisions.inRange("number of minutes", value, SHORTEST_MINUTES, LONGEST_MINUTES));
        request.checkpointEvery()
                .ifPresent(value -> Decisions.inRange("number of steps between checkpoints", value, 1, 1_000_000));
    }
}
