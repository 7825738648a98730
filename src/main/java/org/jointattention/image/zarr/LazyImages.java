package org.jointattention.image.zarr;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.image.ChunkCache;

/**
 * ImgLib2 images of chunked arrays, whose axes they have in opposite order: the fastest first. Chunks are read when a
 * pixel of theirs is asked for, and kept by a {@link ChunkCache}. What is written to these images is lost.
 */
final class LazyImages {
    private final ChunkedArray array;
    private final ChunkCache cache;
    private final CellGrid grid;

    private LazyImages(ChunkedArray array, ChunkCache cache) {
        this.array = array;
        this.cache = cache;
        this.grid = new CellGrid(reversed(array.shape()), reversed(array.chunkShape()));
    }

    /** The image in the type that is stored. */
    static RandomAccessibleInterval<? extends RealType<?>> of(ChunkedArray array, ChunkCache cache) {
        return new LazyImages(array, cache).image();
    }

    private RandomAccessibleInterval<? extends RealType<?>> image() {
        switch (array.type()) {
            case UINT8:
                return image(new UnsignedByteType(), a -> new ByteArray((byte[]) a));
            case INT8:
                return image(new ByteType(), a -> new ByteArray((byte[]) a));
            case UINT16:
                return image(new UnsignedShortType(), a -> new ShortArray((short[]) a));
            case INT16:
                return image(new ShortType(), a -> new ShortArray((short[]) a));
            case UINT32:
                return image(new UnsignedIntType(), a -> new IntArray((int[]) a));
            case INT32:
                return image(new IntType(), a -> new IntArray((int[]) a));
            case UINT64:
                return image(new UnsignedLongType(), a -> new LongArray((long[]) a));
            case INT64:
                return image(new LongType(), a -> new LongArray((long[]) a));
            case FLOAT32:
                return image(new FloatType(), a -> new FloatArray((float[]) a));
            default:
                return image(new DoubleType(), a -> new DoubleArray((double[]) a));
        }
    }

    private <T extends NativeType<T> & RealType<T>, A extends ArrayDataAccess<A>> RandomAccessibleInterval<T> image(
            T type, Function<Object, A> access) {
        return new LazyCellImg<>(grid, type, number -> cell(number, access));
    }

    private <A> Cell<A> cell(long number, Function<Object, A> access) {
        long[] min = new long[grid.numDimensions()];
        int[] size = new int[min.length];
        grid.getCellDimensions(number, min, size);
        Object values = cache.get(List.of(array, number), bytes(size), () -> read(min, size));
        return new Cell<>(size, min, access.apply(values));
    }

    private long bytes(int[] size) {
        return Samples.count(size) * array.type().bytes();
    }

    private Object read(long[] min, int[] size) {
        int[] chunk = array.chunkShape();
        long[] index = reversed(min);
        for (int i = 0; i < index.length; i++) {
            index[i] /= chunk[i];
        }
        Samples values = array.readChunk(index);
        int[] inside = reversed(size);
        return (Arrays.equals(chunk, inside) ? values : values.part(new int[inside.length], inside)).array();
    }

    static long[] reversed(long[] values) {
        long[] reversed = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    private static int[] reversed(int[] values) {
        return Arrays.stream(reversed(Arrays.stream(values).asLongStream().toArray()))
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
