package org.jointattention.image.zarr;

/** Changes bytes into others and back, such as a compression. Safe for use by several threads. */
interface ByteCodec {
    byte[] encode(byte[] bytes);

    /**
     * @param most how many bytes may come of it: no more memory is taken
     * @throws CodecException if the bytes are damaged, or more than that come of them
     */
    byte[] decode(byte[] bytes, int most);

    /** No more bytes than this come of so many where they are encoded. */
    default long most(long bytes) {
        return bytes + bytes / 16 + (1 << 16);
    }

    /** Whether encoded bytes are as many for all values; needed for the index of a shard. */
    default boolean isOfFixedSize() {
        return false;
    }
}
