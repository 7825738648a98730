package org.jointattention.batch.spark;

import java.util.Locale;
import java.util.UUID;
import org.jointattention.image.ImageFiles;
import org.jointattention.segmentation.Output;

/** Names of files as the user gives them: paths, or addresses such as {@code hdfs://host/folder/a.png}. */
final class Names {
    private Names() {}

    /** Whether it is an address of a Hadoop file system. One letter before a colon is a drive of Windows. */
    static boolean isAddress(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") && !isFileAddress(name);
    }

    private static boolean isFileAddress(String name) {
        return name.regionMatches(true, 0, "file:", 0, 5);
    }

    /** What stands behind the last slash. */
    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** What stands before the last slash; empty where there is none. */
    static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    static String join(String folder, String name) {
        return name.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** A hidden folder, of no other run, for what is not complete. @param out folder for the results */
    static String staging(String out) {
        return join(out, ".joint-attention-" + UUID.randomUUID());
    }

    /** Whether the name is that of a result. */
    static boolean isResult(String name) {
        for (Output output : Output.values()) {
            if (name.endsWith("_" + output.fileName())) {
                return true;
            }
        }
        return false;
    }

    /** As {@link ImageFiles#isImage}. */
    static boolean isImage(String name) {
        String file = last(name);
        String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !file.startsWith(".")
                && file.indexOf('.') > 0
                && ImageFiles.extensions().contains(extension);
    }
}
