package org.jointattention.image.zarr;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the chunks of a shard lie in it: an offset and a size each, in bytes; all bits are set where there is none. */
final class ShardIndex {
    private static final long ABSENT = -1;

    private final CodecChain codec;
    private final int[] shape;
    private final long[] entries;

    private ShardIndex(CodecChain codec, int[] extents, long[] entries) {
        this.codec = codec;
        this.shape = withPair(extents);
        this.entries = entries;
    }

    /** @param extents chunks of a shard along each axis */
    static ShardIndex empty(CodecChain codec, int[] extents) {
        long[] entries = new long[Math.multiplyExact(2, Math.toIntExact(Samples.count(extents)))];
        Arrays.fill(entries, ABSENT);
        return new ShardIndex(codec, extents, entries);
    }

    static ShardIndex decode(CodecChain codec, int[] extents, byte[] bytes) {
        return new ShardIndex(codec, extents, (long[])
                codec.decode(bytes, DataType.UINT64, withPair(extents)).array());
    }

    static int bytes(CodecChain codec, int[] extents) {
        return Math.toIntExact(codec.most(DataType.UINT64, withPair(extents)));
    }

    private static int[] withPair(int[] extents) {
        return IntStream.concat(IntStream.of(extents), IntStream.of(2)).toArray();
    }

    byte[] encode() {
        return codec.encode(new Samples(DataType.UINT64, shape, entries));
    }

    void set(int chunk, long offset, long size) {
        entries[2 * chunk] = offset;
        entries[2 * chunk + 1] = size;
    }

    boolean isAbsent(int chunk) {
        return entries[2 * chunk] == ABSENT && entries[2 * chunk + 1] == ABSENT;
    }

    /** The bytes of a chunk that is there. */
    byte[] read(int chunk, StoredBytes shard, long most) {
        long offset = entries[2 * chunk];
        long size = entries[2 * chunk + 1];
        if (offset < 0 || size < 0 || size > Math.min(most, Samples.LARGEST_ARRAY) || offset > shard.size() - size) {
            throw new CodecException("its index places chunk " + chunk + " at byte " + Long.toUnsignedString(offset)
                    + " with " + Long.toUnsignedString(size) + " bytes, which its " + shard.size()
                    + " bytes cannot hold");
        }
        return shard.read(offset, (int) size);
    }
}
