package org.jointattention.batch.spark;

import java.io.Serializable;
import java.nio.file.Paths;
import org.jointattention.image.ImageFiles;
import org.jointattention.segmentation.Output;

/** Where the results of an image go: into a folder, in the same subfolders as the images where these are of a folder. */
final class ResultPlace implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String root;
    private final String folder;

    /**
     * @param root folder that the images lie in; empty if they are of a list
     * @param folder for the results
     */
    ResultPlace(String root, String folder) {
        this.root = root;
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    String folder(String image) {
        String prefix = root.endsWith("/") ? root : root + "/";
        if (root.isEmpty() || !image.startsWith(prefix)) {
            return folder;
        }
        return Names.join(folder, Names.folder(image.substring(prefix.length())));
    }

    String file(String image, Output output) {
        String base = ImageFiles.baseName(Paths.get(Names.last(image)));
        return Names.join(folder(image), base + "_" + output.fileName());
    }
}
