package org.jointattention.image.zarr;

import java.nio.ByteOrder;

/** The codec bytes: values one after the other in a byte order. */
final class BytesCodec implements ArrayCodec {
    private final ByteOrder order;

    BytesCodec(ByteOrder order) {
        this.order = order;
    }

    @Override
    public byte[] encode(Samples values) {
        return values.encoded(order);
    }

    @Override
    public Samples decode(byte[] bytes, DataType type, int[] shape) {
        if (bytes.length != most(type, shape)) {
            throw new CodecException(
                    "it holds " + bytes.length + " bytes of values; its array needs " + most(type, shape));
        }
        return Samples.decoded(type, shape, bytes, order);
    }

    @Override
    public long most(DataType type, int[] shape) {
        return Samples.count(shape) * type.bytes();
    }
}
