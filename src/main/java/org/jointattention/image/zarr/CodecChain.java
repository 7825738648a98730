package org.jointattention.image.zarr;

import java.util.List;
import java.util.Optional;

/** All that is done to the values of a chunk until they are stored bytes, in this order; reading goes the other way. */
final class CodecChain implements ArrayCodec {
    private final int[] order;
    private final ArrayCodec array;
    private final List<ByteCodec> bytes;

    /** @param order axis {@code order[i]} of the values becomes axis i; null to leave them */
    CodecChain(int[] order, ArrayCodec array, List<ByteCodec> bytes) {
        this.order = order;
        this.array = array;
        this.bytes = bytes;
    }

    /** The codec of shards, if it is the only one: then chunks can be read one by one. */
    Optional<ShardingCodec> sharding() {
        boolean alone = order == null && bytes.isEmpty() && array instanceof ShardingCodec;
        return alone ? Optional.of((ShardingCodec) array) : Optional.empty();
    }

    boolean isOfFixedSize() {
        return array instanceof BytesCodec && bytes.stream().allMatch(ByteCodec::isOfFixedSize);
    }

    @Override
    public byte[] encode(Samples values) {
        byte[] encoded = array.encode(order == null ? values : StridedCopy.transposed(values, order));
        for (ByteCodec codec : bytes) {
            encoded = codec.encode(encoded);
        }
        return encoded;
    }

    @Override
    public Samples decode(byte[] encoded, DataType type, int[] shape) {
        byte[] decoded = encoded;
        for (int i = bytes.size() - 1; i >= 0; i--) {
            decoded = bytes.get(i).decode(decoded, (int) Math.min(most(type, shape, i), Samples.LARGEST_ARRAY));
        }
        if (order == null) {
            return array.decode(decoded, type, shape);
        }
        return StridedCopy.transposed(array.decode(decoded, type, permuted(shape)), inverse());
    }

    @Override
    public long most(DataType type, int[] shape) {
        return most(type, shape, bytes.size());
    }

    /** After the first {@code count} codecs for bytes. */
    private long most(DataType type, int[] shape, int count) {
        long most = array.most(type, order == null ? shape : permuted(shape));
        for (int i = 0; i < count; i++) {
            most = bytes.get(i).most(most);
        }
        return most;
    }

    private int[] permuted(int[] shape) {
        int[] permuted = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            permuted[i] = shape[order[i]];
        }
        return permuted;
    }

    private int[] inverse() {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }
}
