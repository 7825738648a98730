package org.jointattention.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;

/** A folder that results go to: made, and found to be writable, before the work is done. */
public final class WritableFolder {
    private WritableFolder() {}

    /**
     * Makes the folder where it is missing.
     *
     * @throws IOException if nothing can be written there; its message is for the user: the folder, why, what to do
     */
    public static void prepare(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is a file: name a folder.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "The folder " + folder + " cannot be made: " + FailureReason.of(e) + ". Choose another place.", e);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("The folder " + folder + " cannot be written to. Choose another place.");
        }
    }

    /**
     * The same with an exception of the caller's choice.
     *
     * @param failure makes it of the message, which is for the user, and the cause
     * @return the folder
     */
    public static <E extends RuntimeException> Path require(Path folder, BiFunction<String, IOException, E> failure) {
        try {
            prepare(folder);
            return folder;
        } catch (IOException e) {
            throw failure.apply(e.getMessage(), e);
        }
    }
}
