package org.jointattention.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointattention.image.ImageException;

/** The folder that results go to. */
final class OutputFolder {
    private OutputFolder() {}

    /** Creates it where it is missing. @throws ImageException if nothing can be written there */
    static Path prepare(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ImageException(folder + " is a file: name a folder for the results.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ImageException("The folder " + folder + " cannot be made: " + FailureMessage.of(e), e);
        }
        if (!Files.isWritable(folder)) {
            throw new ImageException("The folder " + folder + " cannot be written to: choose another one.");
        }
        return folder;
    }
}
