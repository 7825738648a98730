package org.jointattention.training;

import java.util.Optional;
import org.jointattention.model.TileSpec;

/**
 * Size and number of the patches, and how deep the network may be for them.
 *
 * <p>A patch is the whole image where the median image's longer side is 288 px or less, else 256 px or the
 * median shorter side where that is less; never below 64 px. The depth leaves 8x8 positions or more at the
 * bottleneck, and the patch is rounded up to a multiple of 2^depth. A batch has as many pixels as 4 patches
 * of 256 px, in 2 to 16 patches.
 */
final class PatchRule {
    static final int NORMAL = 256;
    private static final int SMALLEST = 64;
    static final int SMALLEST_GIVEN = 16;
    static final int LARGEST_GIVEN = 2048;
    private static final int BOTTLENECK = 8;

    private final double width;
    private final double height;

    /** @param scale the scale at which images enter the network */
    PatchRule(DataSummary data, double scale) {
        this.width = data.width().median() * scale;
        this.height = data.height().median() * scale;
    }

    private boolean wholeImage() {
        return Math.max(width, height) <= ScaleRule.WHOLE_IMAGE;
    }

    /** The patch before it is rounded to the stride. */
    int wanted() {
        double side = wholeImage() ? Math.max(width, height) : Math.min(NORMAL, Math.min(width, height));
        return (int) Math.max(SMALLEST, Math.ceil(side));
    }

    /** The greatest depth up to the preset's that leaves 8x8 positions at the bottleneck. */
    static int depth(int patch, int presetDepth) {
        int depth = presetDepth;
        while (depth > 1 && patch >> depth < BOTTLENECK) {
            depth--;
        }
        return depth;
    }

    int patch(int stride) {
        return roundUp(wanted(), stride);
    }

    String patchReason(int stride) {
        String multiple = ", a multiple of " + stride;
        if (wholeImage()) {
            return "the whole image is in view (" + size() + ")" + multiple;
        }
        if (Math.min(width, height) < NORMAL) {
            return "the shorter side of the median image (" + size() + ")" + multiple;
        }
        return "the usual size; the median image has " + size();
    }

    private String size() {
        return Math.round(width) + "x" + Math.round(height) + " px";
    }

    /** @throws PlanException if the user's patch cannot be pooled so often */
    static void check(Optional<Integer> given, int stride) {
        if (!given.isPresent()) {
            return;
        }
        int patch = given.get();
        if (patch % stride != 0) {
            int below = patch / stride * stride;
            String near = below < SMALLEST_GIVEN ? "" : below + " or ";
            throw new PlanException("The patch is " + patch + ", which is not a multiple of " + stride
                    + ", the stride of the network; use " + near + (below + stride) + ".");
        }
    }

    static int batch(int patch) {
        long batch = Math.round(4.0 * NORMAL * NORMAL / ((double) patch * patch));
        return (int) Math.max(2, Math.min(16, batch));
    }

    /** A quarter of the tile is overlap, in whole strides. */
    static TileSpec tile(int patch, int stride) {
        int overlap = Math.max(1, Math.round(patch / 4f / stride)) * stride;
        return new TileSpec(patch, Math.min(overlap, patch / 2));
    }

    private static int roundUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
