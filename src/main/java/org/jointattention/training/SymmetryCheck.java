package org.jointattention.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointattention.image.FloatPlane;
import org.jointattention.model.ModelSpec;
import org.jointattention.training.SymmetryReport.Transform;

/**
 * Decides which transforms make images that could occur.
 *
 * <p>Each channel and, where most pixels are labelled, each foreground class gives an image a coarse
 * grid of means (8x8; for quarter turns over the central square), in units of the pixels' standard
 * deviation. Its antisymmetric part under a transform is what the transform would change at large. A
 * transform is refused where these parts have both
 *
 * <ul>
 *   <li>R of 0.25 or more: the images agree on the asymmetry; random content does not, and
 *   <li>S of 0.05 or more: the shared asymmetry makes up that share of the pixels' variance. This
 *       spares what is consistent but faint, such as the shading of an eye or the common content of
 *       neighbouring sections.
 * </ul>
 *
 * <p>Below {@value #FEW} images R cannot be told from chance: left-right flips are admitted; the others
 * where on a 4x4 grid the channels' whole asymmetry makes up less than 0.1 of the variance. Quarter
 * turns need both flips, since two of them are both flips.
 */
final class SymmetryCheck {
    static final int FEW = 6;
    private static final double RATIO = 0.25;
    private static final double SHARE = 0.05;
    private static final double SHARE_OF_FEW = 0.1;
    private static final double LABELLED = 0.5;

    private final int channels;
    private final int classes;
    private final boolean few;
    private final int grid;
    private final Map<Transform, List<AsymmetryMeter>> meters = new EnumMap<>(Transform.class);
    private int images;

    /** @param few whether there are too few images to compare */
    SymmetryCheck(int channels, int classes, boolean few) {
        this.channels = channels;
        this.classes = few ? 1 : classes;
        this.few = few;
        this.grid = few ? 4 : 8;
        for (Transform transform : Transform.values()) {
            meters.put(transform, meters(transform));
        }
    }

    private List<AsymmetryMeter> meters(Transform transform) {
        List<AsymmetryMeter> result = new ArrayList<>();
        for (int c = 1; c <= channels; c++) {
            result.add(new AsymmetryMeter("channel " + c, transform, grid));
        }
        for (int k = 1; k < classes; k++) {
            result.add(new AsymmetryMeter("class " + k, transform, grid));
        }
        return result;
    }

    /** @param histogram number of the sample's pixels of each label, 256 in all */
    void add(Sample sample, long[] histogram) {
        images++;
        FloatPlane image = sample.image();
        for (int c = 0; c < channels; c++) {
            int channel = c;
            add(c, image, (x, y) -> image.get(x, y, channel));
        }
        double labelled = 1 - (double) histogram[ModelSpec.IGNORE] / sample.labels().length;
        for (int k = 1; k < classes && labelled >= LABELLED; k++) {
            int label = k;
            if (histogram[k] > 0) {
                add(channels + k - 1, image, (x, y) -> occupancy(sample.label(x, y), label));
            }
        }
    }

    private static double occupancy(int found, int label) {
        return found == ModelSpec.IGNORE ? Double.NaN : found == label ? 1 : 0;
    }

    private void add(int layer, FloatPlane image, Profile.Layer values) {
        int width = image.width();
        int height = image.height();
        int side = Math.min(width, height);
        Profile whole = Profile.of(values, 0, 0, width, height, grid);
        Profile square =
                width == height ? whole : Profile.of(values, (width - side) / 2, (height - side) / 2, side, side, grid);
        meters.get(Transform.FLIP_X).get(layer).add(whole);
        meters.get(Transform.FLIP_Y).get(layer).add(whole);
        meters.get(Transform.QUARTER_TURN).get(layer).add(square);
    }

    Map<Transform, Asymmetry> asymmetries() {
        Map<Transform, Asymmetry> result = new EnumMap<>(Transform.class);
        for (Transform transform : Transform.values()) {
            result.put(transform, strongest(meters.get(transform)));
        }
        return result;
    }

    private Asymmetry strongest(List<AsymmetryMeter> layers) {
        Asymmetry strongest = new Asymmetry("", 0, 0, 0);
        for (AsymmetryMeter layer : layers) {
            if (layer.images() >= (few ? 1 : FEW)) {
                Asymmetry next = few ? layer.whole() : layer.shared();
                strongest = strongest.layer().isEmpty() || strength(next) > strength(strongest) ? next : strongest;
            }
        }
        return strongest;
    }

    /** 1 or more where the transform is to be refused. */
    private double strength(Asymmetry asymmetry) {
        return few ? asymmetry.share() / SHARE_OF_FEW : Math.min(asymmetry.ratio() / RATIO, asymmetry.share() / SHARE);
    }

    SymmetryReport report() {
        Map<Transform, Asymmetry> found = asymmetries();
        boolean flipX = few || strength(found.get(Transform.FLIP_X)) < 1;
        boolean flipY = strength(found.get(Transform.FLIP_Y)) < 1;
        boolean turn = strength(found.get(Transform.QUARTER_TURN)) < 1;
        Map<Transform, String> reasons = new EnumMap<>(Transform.class);
        found.forEach((transform, asymmetry) -> reasons.put(transform, reason(transform, asymmetry)));
        if (turn && !(flipX && flipY)) {
            reasons.put(Transform.QUARTER_TURN, "two quarter turns are both flips, and one of these is refused");
        }
        return SymmetryReport.found(flipX, flipY, turn && flipX && flipY, reasons);
    }

    private String reason(Transform transform, Asymmetry asymmetry) {
        if (asymmetry.layer().isEmpty()) {
            return "no image has a structure that would speak against it";
        }
        boolean refused = strength(asymmetry) >= 1;
        if (!few) {
            return (refused ? "the images share an asymmetry" : "the images share no strong asymmetry") + " ("
                    + asymmetry + "; refused from R 0.25 and S 0.05)";
        }
        if (transform == Transform.FLIP_X) {
            return "left and right seldom differ; " + images + " images are too few to check";
        }
        return String.format(
                Locale.ROOT,
                "only %d images; their asymmetry makes up %.3f of the variance (refused from 0.1)",
                images,
                asymmetry.share());
    }
}
