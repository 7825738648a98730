package org.jointattention.image.zarr;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.jointattention.image.ImageException;

/** Values of an n-dimensional block in memory: a primitive array, the last axis fastest. */
public final class Samples {
    static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final DataType type;
    private final int[] shape;
    private final Object array;

    /**
     * @param shape slowest axis first
     * @param array {@code byte[]}, {@code short[]}, {@code int[]}, {@code long[]}, {@code float[]} or {@code double[]} as the type has
     *     it, not copied
     * @throws IllegalArgumentException if the array does not fit
     */
    public Samples(DataType type, int[] shape, Object array) {
        if (!array.getClass().equals(type.primitive().allocate(0).getClass())
                || type.primitive().length(array) != count(shape)) {
            throw new IllegalArgumentException("A block of " + Arrays.toString(shape) + " values of " + type.id()
                    + " is no " + array.getClass().getSimpleName() + " of this length.");
        }
        this.type = type;
        this.shape = shape.clone();
        this.array = array;
    }

    /**
     * @param bits of the value that all get
     * @throws ImageException if there are more values than an array holds
     */
    static Samples filled(DataType type, int[] shape, long bits) {
        if (count(shape) > LARGEST_ARRAY) {
            throw new ImageException("A block of " + Arrays.toString(shape)
                    + " values is more than Java can hold at once: use smaller chunks or shards.");
        }
        Object array = type.primitive().allocate((int) count(shape));
        if (bits != 0) {
            type.primitive().fill(array, bits);
        }
        return new Samples(type, shape, array);
    }

    static Samples decoded(DataType type, int[] shape, byte[] bytes, ByteOrder order) {
        return new Samples(type, shape, type.decode(bytes, order));
    }

    byte[] encoded(ByteOrder order) {
        return type.encode(array, order);
    }

    static long count(int[] shape) {
        long count = 1;
        for (int extent : shape) {
            count = Math.multiplyExact(count, extent);
        }
        return count;
    }

    public DataType type() {
        return type;
    }

    public int[] shape() {
        return shape.clone();
    }

    /** The values themselves, not a copy. */
    public Object array() {
        return array;
    }

    public int size() {
        return type.primitive().length(array);
    }

    /** The bits of a value in the lower bytes; a whole number that is signed has its sign. */
    long bits(int index) {
        return type.primitive().bits(array, index);
    }

    boolean isFilledWith(long bits) {
        long one = Samples.filled(type, new int[] {1}, bits).bits(0); // as it is after a way through the type
        for (int i = 0; i < size(); i++) {
            if (bits(i) != one) {
                return false;
            }
        }
        return true;
    }

    /** The part with this origin and shape, a copy. */
    Samples part(int[] origin, int[] size) {
        Samples part = Samples.filled(type, size, 0);
        StridedCopy.region(this, origin, part, new int[size.length], size);
        return part;
    }

    /** The same at the origin of a larger block that is otherwise filled with a value. */
    Samples padded(int[] larger, long bits) {
        if (Arrays.equals(shape, larger)) {
            return this;
        }
        Samples padded = Samples.filled(type, larger, bits);
        StridedCopy.region(this, new int[shape.length], padded, new int[shape.length], shape);
        return padded;
    }
}
