package org.jointattention.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a file's name; an empty one, as of a shell variable that is not set, would mean the current folder. */
final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        if (text.trim().isEmpty()) {
            throw new TypeConversionException("the name is empty; write . for the current folder");
        }
        try {
            return Paths.get(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' is no file name here: " + e.getReason());
        }
    }
}
