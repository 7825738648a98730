package org.jointattention.image.zarr;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.jointattention.files.FailureReason;

/** The codecs zlib and gzip, which differ in what is put around the compressed bytes. */
final class DeflateCodec implements ByteCodec {
    private final boolean gzip;
    private final int level;

    /** @param level 0 to 9, or -1 for the usual one */
    DeflateCodec(boolean gzip, int level) {
        this.gzip = gzip;
        this.level = level;
    }

    @Override
    public byte[] encode(byte[] bytes) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(level, gzip);
        try (OutputStream out = gzip ? gzip(encoded) : new DeflaterOutputStream(encoded, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        } finally {
            deflater.end();
        }
        return encoded.toByteArray();
    }

    private OutputStream gzip(OutputStream out) throws IOException {
        return new GZIPOutputStream(out) {
            {
                def.setLevel(level);
            }
        };
    }

    @Override
    public byte[] decode(byte[] bytes, int most) {
        InputStream in = new ByteArrayInputStream(bytes);
        try (InputStream inflated = gzip ? new GZIPInputStream(in) : new InflaterInputStream(in)) {
            byte[] decoded = inflated.readNBytes(most);
            if (inflated.read() >= 0) {
                throw new CodecException(name() + " makes more than the expected " + most + " bytes of it");
            }
            return decoded;
        } catch (IOException e) {
            throw new CodecException("it cannot be decompressed with " + name() + ": " + FailureReason.of(e), e);
        }
    }

    private String name() {
        return gzip ? "gzip" : "zlib";
    }
}
