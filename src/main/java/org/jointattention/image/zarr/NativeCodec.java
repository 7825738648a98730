package org.jointattention.image.zarr;

import java.util.function.Supplier;
import org.jointattention.files.FailureReason;
import org.jointattention.image.ImageException;

/** Calls a compression library that is native code, and says it where there is none for this computer. */
final class NativeCodec {
    private NativeCodec() {}

    /** @throws ImageException if the library does not load; what the library throws is passed on */
    static <T> T call(String library, Supplier<T> work) {
        try {
            return work.get();
        } catch (LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ImageException(
                    "The library for the codec " + library + " does not load on this computer ("
                            + System.getProperty("os.name")
                            + ", " + System.getProperty("os.arch") + "): " + FailureReason.of(cause)
                            + ". Write the data with another codec, such as gzip.",
                    e);
        }
    }
}
