package org.jointattention.tensorflow;

import java.util.function.Supplier;
import org.jointattention.engine.EngineException;
import org.tensorflow.exceptions.TensorFlowException;

/** Turns what the native library throws into messages for users. */
final class NativeCalls {
    private NativeCalls() {}

    /**
     * The result of a call that may reach the native library.
     *
     * @param what what is being done, such as "predict a tile"
     * @throws EngineException if TensorFlow fails or cannot be loaded, or the memory does not suffice
     */
    static <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (TensorFlowException e) {
            throw new EngineException(
                    "TensorFlow failed to " + what + ": " + e.getMessage()
                            + " Where it speaks of memory, use a smaller tile, patch or batch, or the CPU.",
                    e);
        } catch (OutOfMemoryError e) {
            throw new EngineException(
                    "The memory does not suffice to " + what + " (" + e.getMessage()
                            + "): use a smaller tile, patch or batch, or close other programs.",
                    e);
        } catch (LinkageError e) {
            throw new EngineException(
                    "TensorFlow cannot be loaded to " + what + " (" + e + "). It runs on Linux (x86_64, arm64),"
                            + " Windows (x86_64) and macOS (arm64); this is " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ". If that is among them, reinstall the plugin.",
                    e);
        }
    }

    /** As {@link #call}, for calls without a result. */
    static void run(String what, Runnable call) {
        NativeCalls.<Void>call(what, () -> {
            call.run();
            return null;
        });
    }
}
