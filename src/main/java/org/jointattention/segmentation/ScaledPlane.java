package org.jointattention.segmentation;

import java.util.function.BiConsumer;
import net.imglib2.Localizable;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.image.AreaReducer;
import org.jointattention.image.Region;
import org.jointattention.image.Resampler;

/**
 * A plane at the size that a model works at: shrunk by area averages, into memory, or enlarged bilinearly, computed when
 * read. The same as {@link Resampler} does with a whole image in memory.
 */
final class ScaledPlane {
    private final RandomAccessibleInterval<FloatType> plane;
    private final double scale;
    private final int width;
    private final int height;

    /** @param plane axes x, y, channel */
    ScaledPlane(RandomAccessibleInterval<FloatType> plane, double scale) {
        this.plane = Views.zeroMin(plane);
        this.scale = scale;
        this.width = Resampler.scaled(Math.toIntExact(plane.dimension(0)), scale);
        this.height = Resampler.scaled(Math.toIntExact(plane.dimension(1)), scale);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    RandomAccessibleInterval<FloatType> whole() {
        return part(Region.all(width, height));
    }

    /**
     * The scaled plane, where only a part is to be read.
     *
     * @return as large as the scaled plane; what it has outside of the part is not defined
     * @throws SegmentationException if a part that is made in memory has more pixels than a Java array can hold
     */
    RandomAccessibleInterval<FloatType> part(Region part) {
        if (scale == 1) {
            return plane;
        }
        return scale > 1 ? enlarged() : reduced(part);
    }

    private RandomAccessibleInterval<FloatType> reduced(Region part) {
        PlaneSize.check(part.width(), part.height());
        RandomAccessibleInterval<FloatType> made = AreaReducer.reduce(plane, width, height, part);
        if (part.equals(Region.all(width, height))) {
            return made;
        }
        return scaled(Views.extendZero(Views.translate(made, part.x(), part.y(), 0)));
    }

    private RandomAccessibleInterval<FloatType> enlarged() {
        return scaled(new FunctionRandomAccessible<>(3, () -> new Bilinear(plane, width, height), FloatType::new));
    }

    private RandomAccessibleInterval<FloatType> scaled(RandomAccessible<FloatType> pixels) {
        return Views.interval(pixels, new long[3], new long[] {width - 1, height - 1, plane.dimension(2) - 1});
    }

    /** Interpolates with pixel centres aligned; borders are continued by their last value. */
    private static final class Bilinear implements BiConsumer<Localizable, FloatType> {
        private final RandomAccess<FloatType> access;
        private final long lastX;
        private final long lastY;
        private final double stepX;
        private final double stepY;

        Bilinear(RandomAccessibleInterval<FloatType> plane, int width, int height) {
            this.access = plane.randomAccess();
            this.lastX = plane.dimension(0) - 1;
            this.lastY = plane.dimension(1) - 1;
            this.stepX = (double) plane.dimension(0) / width;
            this.stepY = (double) plane.dimension(1) / height;
        }

        @Override
        public void accept(Localizable position, FloatType value) {
            access.setPosition(position.getLongPosition(2), 2);
            double x = source(position.getLongPosition(0), stepX, lastX);
            double y = source(position.getLongPosition(1), stepY, lastY);
            double above = between(x, (long) y);
            double below = between(x, Math.min((long) y + 1, lastY));
            value.setReal(above + (y - (long) y) * (below - above));
        }

        private static double source(long index, double step, long last) {
            return Math.min(last, Math.max(0, (index + 0.5) * step - 0.5));
        }

        private double between(double x, long y) {
            double left = at((long) x, y);
            double right = at(Math.min((long) x + 1, lastX), y);
            return left + (x - (long) x) * (right - left);
        }

        private double at(long x, long y) {
            access.setPosition(x, 0);
            access.setPosition(y, 1);
            return access.get().get();
        }
    }
}
