package org.jointattention.batch.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;

/** Files that the driver and all executors reach by the same names. */
interface FileStore {
    /** Reads from a place in a file. @param offset in bytes */
    InputStream open(String file, long offset) throws IOException;

    /** Makes a new file, and its folder where it is missing. */
    OutputStream create(String file) throws IOException;

    boolean exists(String file) throws IOException;

    boolean isFolder(String name) throws IOException;

    /**
     * The images of a folder, without results of former runs.
     *
     * @param excluded a folder that is not searched
     */
    Iterator<String> images(String folder, String excluded, boolean recursive) throws IOException;

    /**
     * A local file of the same name and content.
     *
     * @param folder for a copy, where one must be made
     */
    Path fetch(String file, Path folder) throws IOException;

    /**
     * A new local folder for results that are to be published.
     *
     * @param staging folder of this store; all that is left in it when the run ends is removed
     */
    Path workspace(String staging) throws IOException;

    /**
     * Puts a complete result from a workspace in its place. A former one is replaced; nobody sees half a file.
     *
     * @param folder made where it is missing
     */
    void publish(Path result, String staging, String folder) throws IOException;

    /** Removes a folder with all that is in it, if there is one. */
    void delete(String folder) throws IOException;
}
