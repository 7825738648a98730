package org.jointattention.segmentation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Planes of one size, read when they are wanted. */
public interface PlaneStack {
    /** Number of planes: slices times frames, slices counting fastest. */
    int count();

    int width();

    int height();

    /** A plane with axes (x, y, channel), as the model sees it. @param index 0 to count - 1 */
    RandomAccessibleInterval<FloatType> plane(int index);
}
