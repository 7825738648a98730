package org.jointattention.command;

import java.io.File;
import java.nio.file.Path;

/** Inputs that name a file or a folder, or none: an input that was left out is a file without a name. */
final class ChosenFile {
    private ChosenFile() {}

    static boolean isNone(File file) {
        return file == null || file.getPath().trim().isEmpty();
    }

    /**
     * @param hint what to choose, for the message; a sentence
     * @throws CommandException if none is named
     */
    static Path require(File file, String hint) {
        if (isNone(file)) {
            throw new CommandException(hint);
        }
        return file.toPath();
    }

    /** @throws CommandException if none is named, or it does not exist */
    static Path requireThere(String what, File file, String hint) {
        Path path = require(file, hint);
        if (!file.exists()) {
            throw new CommandException("There is no " + what + " " + file + ". Choose one that exists.");
        }
        return path;
    }
}
