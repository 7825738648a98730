package org.jointattention.image.zarr;

import java.util.Arrays;
import org.jointattention.image.ImageException;

/** Keys of a store: relative paths with slashes that do not leave it. */
final class Keys {
    private Keys() {}

    /** The key of something below another; an empty parent is the root. */
    static String below(String parent, String name) {
        return parent.isEmpty() ? name : name.isEmpty() ? parent : parent + "/" + name;
    }

    /** Whether a path that was found in a file stays in the store, on every operating system. */
    static boolean isSafe(String key) {
        return key.isEmpty() || Arrays.stream(key.split("/", -1)).allMatch(Keys::isSafeName);
    }

    /** Whether it is the name of one file or folder. */
    static boolean isSafeName(String name) {
        return !name.isBlank()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().allMatch(c -> c >= ' ' && c != 0x7f && "\\/:".indexOf(c) < 0);
    }

    static String checked(String key, String store) {
        if (!isSafe(key)) {
            throw new ImageException("The path '" + key + "' would leave " + store
                    + " or is no path. Is the file that names it damaged?");
        }
        return key;
    }
}
