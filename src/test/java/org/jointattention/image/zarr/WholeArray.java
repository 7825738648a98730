package org.jointattention.image.zarr;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongFunction;

/** Small arrays as a whole. */
public final class WholeArray {
    private WholeArray() {}

    /** All values, read chunk by chunk. */
    public static Samples read(ChunkedArray array) {
        Samples whole = Samples.filled(array.type(), ints(array.shape()), 0);
        BlockGrid chunks = array.chunks();
        for (long i = 0; i < chunks.count(); i++) {
            long[] index = chunks.index(i);
            int[] size = chunks.size(index);
            StridedCopy.region(array.readChunk(index), new int[size.length], whole, ints(chunks.origin(index)), size);
        }
        return whole;
    }

    /** All values, little endian, the last axis fastest. */
    public static byte[] bytes(ChunkedArray array) {
        return read(array).encoded(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes all blocks. */
    public static void write(Samples whole, ChunkedArray array) {
        BlockGrid blocks = array.blocks();
        for (long i = 0; i < blocks.count(); i++) {
            long[] index = blocks.index(i);
            array.writeBlock(whole.part(ints(blocks.origin(index)), blocks.size(index)), index);
        }
    }

    /** Whole numbers of a type, for each place in the order of an array. */
    public static Samples of(DataType type, int[] shape, LongFunction<Long> value) {
        Samples samples = Samples.filled(type, shape, 0);
        for (int i = 0; i < samples.size(); i++) {
            Samples one = Samples.filled(type, new int[] {1}, value.apply(i));
            System.arraycopy(one.array(), 0, samples.array(), i, 1);
        }
        return samples;
    }

    private static int[] ints(long[] values) {
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }
}
