package org.jointattention.image.zarr;

import com.scalableminds.bloscjava.Blosc;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The codec blosc, whose blocks are compressed with one of several compressions after their bytes were shuffled. */
final class BloscCodec implements ByteCodec {
    private static final int HEADER = 16;
    private static final int DECODED_SIZE = 4;
    private static final int ENCODED_SIZE = 12;

    private final Blosc.Compressor compressor;
    private final Blosc.Shuffle shuffle;
    private final int level;
    private final int typeSize;
    private final int blockSize;

    /**
     * @param typeSize bytes a value, which the shuffling goes by
     * @param blockSize in bytes; 0 for the library's choice
     */
    BloscCodec(Blosc.Compressor compressor, Blosc.Shuffle shuffle, int level, int typeSize, int blockSize) {
        this.compressor = compressor;
        this.shuffle = shuffle;
        this.level = level;
        this.typeSize = typeSize;
        this.blockSize = blockSize;
    }

    @Override
    public byte[] encode(byte[] bytes) {
        return NativeCodec.call("blosc", () -> Blosc.compress(bytes, typeSize, compressor, level, shuffle, blockSize));
    }

    /** The library believes what the header says of sizes; so they are checked here. */
    @Override
    public byte[] decode(byte[] bytes, int most) {
        if (bytes.length < HEADER) {
            throw new CodecException("it has " + bytes.length + " bytes, less than a header of blosc");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int decoded = header.getInt(DECODED_SIZE);
        int encoded = header.getInt(ENCODED_SIZE);
        if (encoded != bytes.length) {
            throw new CodecException("it has " + bytes.length + " bytes, but its header of blosc declares " + encoded);
        }
        if (decoded < 0 || decoded > most) {
            throw new CodecException(
                    "its header of blosc declares " + decoded + " bytes; at most " + most + " were expected");
        }
        return NativeCodec.call("blosc", () -> decompressed(bytes));
    }

    private static byte[] decompressed(byte[] bytes) {
        try {
            return Blosc.decompress(bytes);
        } catch (RuntimeException e) {
            throw new CodecException("it cannot be decompressed with blosc: " + e.getMessage(), e);
        }
    }
}
