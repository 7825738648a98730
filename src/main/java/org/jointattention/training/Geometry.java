package org.jointattention.training;

import java.util.List;
import org.jointattention.image.Symmetry;

/**
 * Where each pixel of a patch comes from: orientation, rotation, scale and elastic displacement in one
 * mapping. Holds the mapping drawn last; not for several threads.
 */
final class Geometry {
    private final Augmentation augmentation;
    private final List<Symmetry> orientations;
    private final int size;
    private final ElasticField field;
    private Symmetry orientation;
    private double rotation;
    private double scale;
    private double amplitude;

    Geometry(Augmentation augmentation, int size) {
        this.augmentation = augmentation;
        this.orientations = augmentation.symmetries().orientations();
        this.size = size;
        this.field = new ElasticField(size, Augmentation.ELASTIC_SPACING);
    }

    void draw(FastRandom random) {
        orientation = orientations.get(random.nextInt(orientations.size()));
        rotation = StrictMath.toRadians(augmentation.draw(Effect.ROTATION, random));
        scale = augmentation.draw(Effect.SCALE, random);
        amplitude = augmentation.draw(Effect.ELASTIC, random);
        if (amplitude > 0) {
            field.draw(amplitude, random);
        }
    }

    Symmetry orientation() {
        return orientation;
    }

    /** Whether pixels fall on pixels, so that nothing is to be interpolated. */
    boolean isExact() {
        return rotation == 0 && scale == 1 && amplitude == 0;
    }

    /**
     * Source coordinates of one row of the patch.
     *
     * @param left column of the image at which the untransformed patch begins
     * @param top row of the image at which the untransformed patch begins
     */
    void row(int y, int left, int top, float[] xs, float[] ys) {
        double half = (size - 1) / 2.0;
        double cos = StrictMath.cos(rotation) / scale;
        double sin = StrictMath.sin(rotation) / scale;
        boolean transposed = orientation.transposes();
        float stepX = (float) (orientation.signX() * (transposed ? -sin : cos));
        float stepY = (float) (orientation.signY() * (transposed ? cos : -sin));
        double v = y - half;
        double startX = left + half + orientation.signX() * v * (transposed ? cos : sin);
        double startY = top + half + orientation.signY() * v * (transposed ? sin : cos);
        for (int x = 0; x < size; x++) {
            float u = (float) (x - half);
            xs[x] = (float) startX + stepX * u;
            ys[x] = (float) startY + stepY * u;
        }
        if (amplitude > 0) {
            field.add(y, xs, ys);
        }
    }
}
