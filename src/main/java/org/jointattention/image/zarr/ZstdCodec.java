package org.jointattention.image.zarr;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;

/** The codec zstd. */
final class ZstdCodec implements ByteCodec {
    private final int level;
    private final boolean checksum;

    ZstdCodec(int level, boolean checksum) {
        this.level = level;
        this.checksum = checksum;
    }

    @Override
    public byte[] encode(byte[] bytes) {
        return NativeCodec.call("zstd", () -> compressed(bytes));
    }

    private byte[] compressed(byte[] bytes) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            return context.setLevel(level).setChecksum(checksum).compress(bytes);
        }
    }

    @Override
    public byte[] decode(byte[] bytes, int most) {
        try {
            return NativeCodec.call("zstd", () -> decompressed(bytes, most));
        } catch (ZstdException e) {
            throw new CodecException("it cannot be decompressed with zstd: " + e.getMessage(), e);
        }
    }

    private static byte[] decompressed(byte[] bytes, int most) {
        byte[] decoded = new byte[most];
        long count = Zstd.decompressByteArray(decoded, 0, most, bytes, 0, bytes.length);
        if (Zstd.isError(count)) {
            throw new CodecException(
                    "it cannot be decompressed with zstd into " + most + " bytes: " + Zstd.getErrorName(count));
        }
        return count == most ? decoded : Arrays.copyOf(decoded, (int) count);
    }
}
