package org.jointattention.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ImageException;

/** The folder that results go to. */
final class OutputFolder {
    private OutputFolder() {}

    /** Creates it where it is missing. @throws ImageException if nothing can be written there */
    static Path prepare(Path folder) {
        try {
            WritableFolder.prepare(folder);
        } catch (IOException e) {
            throw new ImageException(e.getMessage(), e);
        }
        return folder;
    }
}
