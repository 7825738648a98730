package org.jointattention.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why something failed, in words that fit into a message; the JDK's file exceptions name only the file. */
public final class FailureReason {
    private static final int LONGEST = 500;

    private FailureReason() {}

    /** Never empty, never endless. */
    public static String of(Throwable failure) {
        if (failure instanceof FileSystemException) {
            return ofFile((FileSystemException) failure);
        }
        if (failure instanceof EOFException) {
            return "it is cut short";
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    }

    private static String ofFile(FileSystemException failure) {
        return failure.getReason() == null ? kind(failure) : failure.getReason();
    }

    private static String kind(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        return failure.getClass().getSimpleName();
    }
}
