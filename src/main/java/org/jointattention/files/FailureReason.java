package org.jointattention.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        return shortened(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }

    /**
     * What a failure says where nothing else is said: its whole message, and the file's name and what is wrong with it
     * where it is one of the JDK's file exceptions, bare or within an {@link UncheckedIOException}.
     */
    public static String alone(Throwable failure) {
        Throwable bare = bare(failure);
        if (!hasMessage(bare)) {
            return bare.toString();
        }
        boolean namesOnlyFile = bare instanceof FileSystemException && ((FileSystemException) bare).getReason() == null;
        return namesOnlyFile ? bare.getMessage() + ": " + of(bare) : bare.getMessage();
    }

    /** Whether it looks like a mistake of the program rather than of its input. */
    public static boolean isUnexpected(Throwable failure) {
        return !hasMessage(bare(failure))
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ArithmeticException
                || failure instanceof LinkageError;
    }

    /** The text, cut where it is longer than fits into a dialog. */
    public static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    }

    private static Throwable bare(Throwable failure) {
        boolean wrapped = failure instanceof UncheckedIOException && failure.getCause() instanceof FileSystemException;
        return wrapped ? failure.getCause() : failure;
    }

    private static boolean hasMessage(Throwable failure) {
        return failure.getMessage() != null && !failure.getMessage().isBlank();
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
