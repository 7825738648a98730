package org.jointattention.image.zarr;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** The codec sharding_indexed: many chunks in one file, with an index of where each lies. */
final class ShardingCodec implements ArrayCodec {
    private final int[] chunkShape;
    private final CodecChain chunkCodec;
    private final CodecChain indexCodec;
    private final boolean indexAtEnd;
    private final long fill;

    /** @param fill the bits of the value that absent chunks have */
    ShardingCodec(int[] chunkShape, CodecChain chunkCodec, CodecChain indexCodec, boolean indexAtEnd, long fill) {
        this.chunkShape = chunkShape;
        this.chunkCodec = chunkCodec;
        this.indexCodec = indexCodec;
        this.indexAtEnd = indexAtEnd;
        this.fill = fill;
    }

    int[] chunkShape() {
        return chunkShape.clone();
    }

    /** Reads one chunk only, by its number in the shard; empty if it is absent. */
    Optional<Samples> decodeChunk(ShardIndex index, StoredBytes shard, DataType type, int chunk) {
        if (index.isAbsent(chunk)) {
            return Optional.empty();
        }
        byte[] bytes = index.read(chunk, shard, chunkCodec.most(type, chunkShape));
        return Optional.of(chunkCodec.decode(bytes, type, chunkShape));
    }

    /** Bytes of the index of a shard. */
    int indexBytes(int[] shardShape) {
        return ShardIndex.bytes(indexCodec, extents(shardShape));
    }

    ShardIndex index(StoredBytes shard, int[] shardShape) {
        int[] extents = extents(shardShape);
        int size = ShardIndex.bytes(indexCodec, extents);
        if (shard.size() < size) {
            throw new CodecException("it has " + shard.size() + " bytes, less than the index of a shard");
        }
        return ShardIndex.decode(indexCodec, extents, shard.read(indexAtEnd ? shard.size() - size : 0, size));
    }

    @Override
    public Samples decode(byte[] bytes, DataType type, int[] shape) {
        StoredBytes shard = new MemoryBytes(bytes);
        ShardIndex index = index(shard, shape);
        BlockGrid grid = grid(shape);
        Samples values = Samples.filled(type, shape, fill);
        for (int i = 0; i < grid.count(); i++) {
            int[] origin = origin(grid, i);
            decodeChunk(index, shard, type, i)
                    .ifPresent(chunk -> StridedCopy.region(chunk, new int[origin.length], values, origin, chunkShape));
        }
        return values;
    }

    /** Chunks of nothing but the fill value are left out. */
    @Override
    public byte[] encode(Samples values) {
        int[] extents = extents(values.shape());
        ShardIndex index = ShardIndex.empty(indexCodec, extents);
        int indexSize = ShardIndex.bytes(indexCodec, extents);
        BlockGrid grid = grid(values.shape());
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int i = 0; i < grid.count(); i++) {
            Samples chunk = values.part(origin(grid, i), chunkShape);
            if (!chunk.isFilledWith(fill)) {
                byte[] encoded = chunkCodec.encode(chunk);
                index.set(i, chunks.size() + (indexAtEnd ? 0 : indexSize), encoded.length);
                chunks.writeBytes(encoded);
            }
        }
        return joined(chunks, index.encode());
    }

    private byte[] joined(ByteArrayOutputStream chunks, byte[] index) {
        ByteArrayOutputStream shard = new ByteArrayOutputStream(chunks.size() + index.length);
        shard.writeBytes(indexAtEnd ? chunks.toByteArray() : index);
        shard.writeBytes(indexAtEnd ? index : chunks.toByteArray());
        return shard.toByteArray();
    }

    private int[] extents(int[] shardShape) {
        int[] extents = new int[chunkShape.length];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = shardShape[i] / chunkShape[i];
        }
        return extents;
    }

    private BlockGrid grid(int[] shardShape) {
        return new BlockGrid(Arrays.stream(shardShape).asLongStream().toArray(), chunkShape);
    }

    private static int[] origin(BlockGrid grid, int chunk) {
        return Arrays.stream(grid.origin(grid.index(chunk)))
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    @Override
    public long most(DataType type, int[] shape) {
        long chunks = Samples.count(extents(shape));
        return chunks * chunkCodec.most(type, chunkShape) + ShardIndex.bytes(indexCodec, extents(shape));
    }
}
