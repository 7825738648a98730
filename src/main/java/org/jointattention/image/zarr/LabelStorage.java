package org.jointattention.image.zarr;

/** How labels are stored: type, sizes of chunks and shards in y and x (1 along other axes), compression with zstd. */
public final class LabelStorage {
    private static final int CHUNK = 512;
    private static final int CHUNKS_A_SHARD = 4;
    private static final int LEVEL = 3;

    private final ZarrFormat format;
    private final DataType type;
    private final int chunk;
    private final int perShard;
    private final int level;

    private LabelStorage(ZarrFormat format, DataType type, int chunk, int perShard, int level) {
        if (type.isFloat() || chunk < 1 || perShard < 1 || (long) chunk * perShard > 1 << 14) {
            throw new IllegalArgumentException("Labels of " + type.id() + " in chunks of " + chunk + " and shards of "
                    + perShard + " chunks: expected whole numbers, and shards of 1 to " + (1 << 14) + " pixels.");
        }
        this.format = format;
        this.type = type;
        this.chunk = chunk;
        this.perShard = perShard;
        this.level = level;
    }

    /** Chunks of 512x512 pixels, shards of 4x4 chunks in Zarr 3, level 3 of zstd. */
    public LabelStorage(ZarrFormat format, DataType type) {
        this(format, type, CHUNK, CHUNKS_A_SHARD, LEVEL);
    }

    /** @param pixels of a chunk in y and in x */
    public LabelStorage withChunk(int pixels) {
        return new LabelStorage(format, type, pixels, perShard, level);
    }

    /** @param chunks of a shard in y and in x; 1 for no shards. Zarr 2 has none. */
    public LabelStorage withShard(int chunks) {
        return new LabelStorage(format, type, chunk, chunks, level);
    }

    /** @param zstd its level, 1 (fast) to 22 (small) */
    public LabelStorage withLevel(int zstd) {
        return new LabelStorage(format, type, chunk, perShard, zstd);
    }

    public ZarrFormat format() {
        return format;
    }

    public DataType type() {
        return type;
    }

    /** Chunks are no larger than a plane. */
    int[] chunkShape(long[] shape) {
        int[] extents = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            extents[i] = i < shape.length - 2 ? 1 : (int) Math.min(chunk, shape[i]);
        }
        return extents;
    }

    /** Shards have no more chunks than a plane. */
    int[] blockShape(long[] shape) {
        int[] extents = chunkShape(shape);
        for (int i = shape.length - 2; i < shape.length && format == ZarrFormat.V3; i++) {
            extents[i] *= (int) Math.min(perShard, (shape[i] + extents[i] - 1) / extents[i]);
        }
        return extents;
    }

    int perShard() {
        return perShard;
    }

    /** Of zstd. */
    int level() {
        return level;
    }
}
