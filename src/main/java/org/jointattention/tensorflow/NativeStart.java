package org.jointattention.tensorflow;

import java.io.File;
import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.LibraryVersion;
import org.tensorflow.TensorFlow;

/** Loads TensorFlow's native library, and says at once what is wrong where that fails. */
final class NativeStart {
    private static final long UNPACKED_MB = 700;

    private NativeStart() {}

    /** @throws EngineException if the library cannot be unpacked or loaded, or is another version than expected */
    static void require() {
        File cache = cache();
        String found;
        try {
            found = TensorFlow.version();
        } catch (LinkageError | RuntimeException e) {
            throw new EngineException(
                    "TensorFlow's native library cannot be loaded: " + root(e).getMessage() + ". " + mend(cache), e);
        }
        new LibraryVersion().requireNatives(found);
    }

    private static File cache() {
        try {
            return Loader.getCacheDir();
        } catch (IOException | LinkageError e) {
            throw new EngineException(
                    "TensorFlow's native library cannot be unpacked: no folder for it can be written. Make "
                            + new File(System.getProperty("user.home"), ".javacpp")
                            + " writable, or name another folder"
                            + " with the Java option -Dorg.bytedeco.javacpp.cachedir=FOLDER.",
                    e);
        }
    }

    private static String mend(File cache) {
        long free = cache.getUsableSpace() >> 20;
        if (free < UNPACKED_MB) {
            return "It is unpacked to " + cache + ", where " + free + " MB are free: make room for " + UNPACKED_MB
                    + " MB, or name another folder with the Java option -Dorg.bytedeco.javacpp.cachedir=FOLDER.";
        }
        return "Remove the folder " + cache + ", where it is unpacked to, and install Joint Attention again with"
                + " scripts/install-into.";
    }

    private static Throwable root(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
