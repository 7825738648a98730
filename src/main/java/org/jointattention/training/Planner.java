package org.jointattention.training;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelException;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.jointattention.training.SymmetryReport.Transform;

/** Derives a {@link TrainingPlan}: applies the rules in their order and keeps the reasons. */
final class Planner {
    static final double VALIDATION = 0.2;
    static final long SEED = 1;

    /** Pixels; with some channels a pixel, arrays stay within Java's limits. */
    private static final long LARGEST_BATCH = 1L << 26;

    private static final String BACKBONE = "denseunet";
    /** Chosen by validation images: docs/comparison. */
    private static final String ATTENTION = "joint:slim@" + AttentionSpec.BOTTLENECK;

    final Decisions decisions = new Decisions();
    final ModelSpec spec;
    final int patch;
    final int batch;
    final Schedule schedule;
    final List<Double> classWeights;
    final double foregroundFraction;
    final SymmetryReport symmetries;
    final AugmentationLevel augmentation;
    final double validationFraction;
    final long seed;

    private final DataSummary data;
    private final PlanRequest request;

    private Planner(DataSummary data, PlanRequest request, ToDoubleFunction<Planner> validation) {
        request.check();
        this.data = data;
        this.request = request;
        ClassRule classRule = new ClassRule(data);
        Optional<Inheritance> start = request.start().map(model -> new Inheritance(model, data, decisions));
        Optional<Preset> preset = start.isPresent() ? Optional.empty() : Optional.of(preset());
        double scale = start.map(Inheritance::scale).orElseGet(this::scale);
        PatchRule patchRule = new PatchRule(data, scale);
        BackboneSpec backbone = start.map(Inheritance::backbone).orElseGet(() -> backbone(preset.get(), patchRule));
        AttentionSpec attention = start.map(Inheritance::attention).orElseGet(() -> attention(backbone));
        patch = patch(patchRule, backbone.stride());
        batch = batch();
        TileSpec tile = tile(backbone.stride());
        spec = new ModelSpec(
                        backbone,
                        attention,
                        data.channels(),
                        classes(classRule, start),
                        start.map(Inheritance::normalization).orElseGet(this::normalization),
                        scale,
                        tile)
                .withSlices(slices());
        symmetries = symmetries();
        augmentation = augmentation(scale);
        classWeights = classWeights(classRule);
        foregroundFraction = foregroundFraction(classRule);
        double areas = Math.max(data.samples(), data.pixels() * scale * scale / ((double) patch * patch));
        schedule = Schedule.decide(request, areas, batch, decisions);
        validationFraction = validation.applyAsDouble(this);
        decisions.note(
                "averaging",
                Double.toString(TrainingPlan.AVERAGING),
                "a moving average of the weights is validated and kept: it is steadier than each step's");
        seed = decisions.take("seed", request.seed(), SEED, "fixed, so that training can be repeated");
    }

    static Planner plan(DataSummary data, PlanRequest request) {
        return plan(data, request, Planner::validationFraction);
    }

    static Planner plan(Split split, PlanRequest request) {
        int held = split.validation().samples().size();
        return plan(split.summary(), request, planner -> planner.heldOut(held));
    }

    private static Planner plan(DataSummary data, PlanRequest request, ToDoubleFunction<Planner> validation) {
        try {
            return new Planner(data, request, validation);
        } catch (ModelException e) {
            throw new PlanException(e.getMessage(), e);
        }
    }

    /** Not noted where it is one, as always before, so that old checkpoints can be gone on with. */
    private int slices() {
        int slices = request.seenSlices();
        if (slices > 1) {
            decisions.note(
                    "slices",
                    slices + " neighbouring ones",
                    request.slices().isPresent() ? Decision.GIVEN : "of the model that it starts from");
        }
        return slices;
    }

    private Preset preset() {
        return request.gpu()
                ? decisions.take("preset", request.preset(), Preset.BASE, "a GPU computes")
                : decisions.take("preset", request.preset(), Preset.SMALL, "the CPU computes");
    }

    private double scale() {
        ScaleRule rule = new ScaleRule(data);
        return decisions.take("scale", request.scale(), rule.scale(), rule.reason());
    }

    private BackboneSpec backbone(Preset preset, PatchRule patchRule) {
        String name = decisions.take("backbone", request.backbone(), BACKBONE, "the network of joint attention");
        int wanted = request.patch().orElse(patchRule.wanted());
        int depth = PatchRule.depth(wanted, preset.depth());
        String reason = depth == preset.depth()
                ? "the preset's"
                : "the preset's " + preset.depth() + " would leave less than 8x8 positions at the bottleneck";
        return sized(preset.backbone(name, decisions.take("depth", request.depth(), depth, reason)));
    }

    /** Widths are the preset's unless they are given. */
    private BackboneSpec sized(BackboneSpec standard) {
        request.baseWidth().ifPresent(width -> decisions.note("base width", width.toString(), Decision.GIVEN));
        request.growth().ifPresent(growth -> decisions.note("growth", growth.toString(), Decision.GIVEN));
        request.bottleneckWidth()
                .ifPresent(width -> decisions.note("bottleneck width", width.toString(), Decision.GIVEN));
        BackboneSpec sized = new BackboneSpec(
                standard.name(),
                standard.depth(),
                standard.layers(),
                request.growth().orElse(standard.growth()),
                request.baseWidth().orElse(standard.baseWidth()));
        return request.bottleneckWidth().map(sized::withBottleneckWidth).orElse(sized);
    }

    private AttentionSpec attention(BackboneSpec backbone) {
        String text =
                decisions.take("attention", request.attention(), ATTENTION, "point-wise and self-attention at once");
        AttentionSpec attention = AttentionSpec.parse(text);
        for (int level = backbone.depth(); level < 6; level++) {
            if (attention.atSkip(level)) {
                throw new PlanException("The attention " + text + " asks for skip" + level + ", but at depth "
                        + backbone.depth() + " there are only skip0 to skip" + (backbone.depth() - 1) + ".");
            }
        }
        return attention;
    }

    private int patch(PatchRule rule, int stride) {
        PatchRule.check(request.patch(), stride);
        return decisions.take("patch", request.patch(), rule.patch(stride), rule.patchReason(stride));
    }

    private int batch() {
        int value = decisions.take(
                "batch", request.batch(), PatchRule.batch(patch), "about the pixels of 4 patches of 256 px (2 to 16)");
        if ((long) value * patch * patch > LARGEST_BATCH) {
            throw new PlanException("A batch of " + value + " patches of " + patch + "x" + patch
                    + " pixels is too large; use at most " + Math.max(1, LARGEST_BATCH / patch / patch) + " patches.");
        }
        return value;
    }

    private TileSpec tile(int stride) {
        TileSpec tile = PatchRule.tile(patch, stride);
        decisions.note("tile", tile.toString(), "the patch; a quarter overlaps");
        return tile;
    }

    private List<LabelClass> classes(ClassRule rule, Optional<Inheritance> start) {
        if (start.isPresent()
                && !request.classNames().isPresent()
                && start.get().hasSameClasses()) {
            return start.get().classes();
        }
        List<String> names = request.classNames().orElseGet(rule::names);
        List<LabelClass> classes = rule.classes(names);
        decisions.note(
                "classes",
                String.join(", ", names),
                request.classNames().isPresent() ? Decision.GIVEN : "no names were given");
        return classes;
    }

    private NormalizationSpec normalization() {
        boolean dark = data.grey().darkBackground();
        NormalizationSpec derived = dark ? NormalizationSpec.percentile(1, 99.8) : NormalizationSpec.meanStd();
        String kind = dark ? "a dark background dominates" : "no dark background dominates";
        return decisions.take("normalization", request.normalization(), derived, kind + ": " + data.grey());
    }

    private SymmetryReport symmetries() {
        SymmetryReport chosen = request.symmetries().orElse(data.symmetries());
        for (Transform transform : Transform.values()) {
            decisions.note(transform.label(), chosen.admits(transform) ? "yes" : "no", chosen.reason(transform));
        }
        decisions.note(
                "rotation",
                "up to " + Decisions.text(chosen.maxRotationDegrees()) + " degrees",
                request.symmetries().isPresent()
                        ? Decision.GIVEN
                        : "free where quarter turns are admitted, else 15 degrees");
        return chosen;
    }

    private AugmentationLevel augmentation(double scale) {
        AugmentationRule rule = new AugmentationRule(data, scale);
        return decisions.take("augmentation", request.augmentation(), rule.level(), rule.reason());
    }

    private List<Double> classWeights(ClassRule rule) {
        List<Double> weights = rule.checked(request.classWeights());
        String reason = request.classWeights().isPresent() ? Decision.GIVEN : rule.weightReason();
        decisions.note("class weights", ClassRule.join(weights), reason);
        return weights;
    }

    private double foregroundFraction(ClassRule rule) {
        return decisions.take(
                "foreground patches", request.foregroundFraction(), rule.foregroundFraction(), rule.foregroundReason());
    }

    private double validationFraction() {
        boolean single = data.samples() == 1;
        return decisions.take(
                "validation",
                request.validationFraction(),
                single ? 0 : VALIDATION,
                single ? "a single image leaves none to hold out" : "share of the images held out to choose the best");
    }

    /** Notes a split that is already made; its share. */
    private double heldOut(int held) {
        int all = held + data.samples();
        String derived = held == 0 ? "a single image leaves none to hold out" : "held out to choose the best weights";
        boolean given = request.validationFraction().isPresent();
        decisions.note("validation", held + " of " + all + " images", given ? Decision.GIVEN : derived);
        return (double) held / all;
    }
}
