package org.jointattention.comparison;

import org.jointattention.engine.Engine;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.ModelSpec;
import org.jointattention.training.PlanRequest;
import org.jointattention.training.PlanRequestBuilder;
import org.jointattention.training.Split;
import org.jointattention.training.TrainingPlan;

/** The images of a data set, split by a seed, and the plans of networks that are trained on them. */
final class CellData {
    private final Engine engine;
    private final ComparisonPlan plan;
    private final ComparedData data;
    private final long seed;
    private final Split split;
    private final long target;
    private final String checksum;

    /** Reads the images. */
    CellData(Engine engine, ComparisonPlan plan, ComparedData data, long seed) {
        this.engine = engine;
        this.plan = plan;
        this.data = data;
        this.seed = seed;
        this.checksum = data.checksum().compute();
        PlanRequest reference =
                request(plan.referenceBackbone(), plan.reference()).build();
        this.split = data.train().load(data.options(), reference);
        this.target = weights(TrainingPlan.of(split, reference).spec());
    }

    boolean isOf(Cell cell) {
        return cell.data().equals(data.name()) && cell.seed() == seed;
    }

    /** Of the images and masks, from before they were read. */
    String checksum() {
        return checksum;
    }

    /** Whether the files are still those that were read. */
    boolean isUnchanged() {
        return data.checksum().compute().equals(checksum);
    }

    Split split() {
        return split;
    }

    /**
     * The plan of a training, with widths such that the network has about as many weights as the reference.
     *
     * @throws ComparisonException if no width comes near enough
     */
    TrainingPlan plan(Cell cell) {
        TrainingPlan standard = TrainingPlan.of(
                split, request(cell.backbone(), cell.attention()).build());
        ModelSpec spec = standard.spec();
        BackboneSpec fitted = new WidthFit(target, plan.tolerance(), backbone -> weights(spec.withBackbone(backbone)))
                .fit(spec.backbone());
        if (fitted.equals(spec.backbone())) {
            return standard;
        }
        return TrainingPlan.of(
                split,
                request(cell.backbone(), cell.attention())
                        .baseWidth(fitted.baseWidth())
                        .growth(fitted.growth())
                        .bottleneckWidth(
                                fitted.bottleneckWidth().isPresent()
                                        ? fitted.bottleneckWidth().getAsInt()
                                        : null)
                        .build());
    }

    long weights(ModelSpec spec) {
        return engine.initialWeights(spec, seed).size();
    }

    private PlanRequestBuilder request(String backbone, String attention) {
        PlanRequestBuilder request = PlanRequest.builder()
                .preset(plan.preset())
                .backbone(backbone)
                .attention(attention)
                .seed(seed)
                .classNames(data.classes().flatMap(classes -> classes.names()).orElse(null));
        return data.choices().addTo(request);
    }
}
