package org.jointattention.image.zarr;

/** Changes the values of a chunk into bytes and back. Safe for use by several threads. */
interface ArrayCodec {
    byte[] encode(Samples values);

    /** @throws CodecException if the bytes are damaged or not as many as the values need */
    Samples decode(byte[] bytes, DataType type, int[] shape);

    /** No more bytes than this come of such a chunk. */
    long most(DataType type, int[] shape);
}
