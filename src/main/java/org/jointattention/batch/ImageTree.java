package org.jointattention.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jointattention.files.FailureReason;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.zarr.OmeZarrImage;

/** The images in and below a folder: files, and folders of OME-Zarr, which are not gone into. */
final class ImageTree {
    private ImageTree() {}

    /**
     * All images, sorted; links to folders are not followed, and hidden folders are left out.
     *
     * @param depth 1 for the folder alone
     * @throws ImageException if a folder cannot be read
     */
    static List<Path> find(Path root, int depth) {
        Visitor visitor = new Visitor(root);
        try {
            Files.walkFileTree(root, Set.of(), depth, visitor);
        } catch (IOException e) {
            throw new ImageException(
                    "The folder " + root + " cannot be searched: " + FailureReason.of(e) + ". Check its permissions.",
                    e);
        }
        Collections.sort(visitor.images);
        return visitor.images;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> images = new ArrayList<>();

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || isSearched(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        /** Also told of folders that are as deep as is searched, and of links. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile() && Files.isDirectory(file)) {
                isSearched(file);
            } else if (ImageFiles.isImage(file) && Files.isRegularFile(file)) {
                images.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Adds the folder where it is an image itself. */
        private boolean isSearched(Path folder) {
            if (isHidden(folder)) {
                return false;
            }
            boolean image = OmeZarrImage.isIn(folder);
            if (image) {
                images.add(folder);
            }
            return !image;
        }
    }
}
