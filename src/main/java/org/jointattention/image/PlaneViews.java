package org.jointattention.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.converter.RealFloatConverter;
import net.imglib2.img.AbstractNativeImg;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;
import net.imglib2.view.Views;

/** ImgLib2 views (x, y, c) of stack planes as float, without copying the pixels. */
final class PlaneViews {
    /** The pixel arrays of a stack, a plane each, or some rows of one. */
    interface Pixels {
        /** Bits of a pixel: 8, 16, 24 (RGB) or 32. */
        int bitDepth();

        /** Whether arrays are loaded when they are wanted. */
        boolean lazy();

        /**
         * @param index of the plane in the stack, from 1
         * @param band of the plane, from 0; bands have the same number of rows, but for the last
         */
        Object get(int index, int band);
    }

    private final Pixels pixels;
    private final int width;
    private final int height;
    private final int bandHeight;

    PlaneViews(StackPixels pixels, int width, int height) {
        this(pixels, width, height, height);
    }

    /** @param bandHeight rows of an array; the height of the plane, unless it is lazy */
    PlaneViews(Pixels pixels, int width, int height, int bandHeight) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.bandHeight = bandHeight;
    }

    /** The planes at these stack indices as the channels of one image; an RGB plane is three channels. */
    RandomAccessibleInterval<FloatType> of(int[] indices) {
        switch (pixels.bitDepth()) {
            case 8:
                return asFloat(img(indices, new UnsignedByteType(), p -> new ByteArray((byte[]) p)));
            case 16:
                return asFloat(img(indices, new UnsignedShortType(), p -> new ShortArray((short[]) p)));
            case 24:
                return asFloat(Converters.argbChannels(
                        Views.hyperSlice(img(indices, new ARGBType(), p -> new IntArray((int[]) p)), 2, 0), 1, 2, 3));
            default:
                return img(indices, new FloatType(), p -> new FloatArray((float[]) p));
        }
    }

    private static <T extends RealType<T>> RandomAccessibleInterval<FloatType> asFloat(
            RandomAccessibleInterval<T> image) {
        return Converters.convert(image, new RealFloatConverter<>(), new FloatType());
    }

    private <T extends NativeType<T>, A extends ArrayDataAccess<A>> Img<T> img(
            int[] indices, T type, Function<Object, A> access) {
        long[] dimensions = {width, height, indices.length};
        if (pixels.lazy()) {
            return lazy(indices, dimensions, type, access);
        }
        List<A> planes = new ArrayList<>();
        for (int index : indices) {
            planes.add(access.apply(pixels.get(index, 0)));
        }
        return link(new PlanarImg<>(planes, dimensions, new Fraction()), type);
    }

    private <T extends NativeType<T>, A extends ArrayDataAccess<A>> Img<T> lazy(
            int[] indices, long[] dimensions, T type, Function<Object, A> access) {
        CellGrid grid = new CellGrid(dimensions, new int[] {width, bandHeight, 1});
        return new LazyCellImg<>(grid, type, number -> {
            long[] min = new long[3];
            int[] size = new int[3];
            grid.getCellDimensions(number, min, size);
            Object array = pixels.get(indices[(int) min[2]], (int) (min[1] / bandHeight));
            return new Cell<>(size, min, access.apply(array));
        });
    }

    @SuppressWarnings("unchecked")
    private static <T extends NativeType<T>, A> Img<T> link(AbstractNativeImg<T, A> image, T type) {
        image.setLinkedType(((NativeTypeFactory<T, A>) type.getNativeTypeFactory()).createLinkedType(image));
        return image;
    }
}
