package org.jointattention.image.zarr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Copies folders with all that is in them. */
public final class FolderCopy {
    private FolderCopy() {}

    public static void of(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.collect(Collectors.toList());
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
            if (Files.isRegularFile(file)) {
                Files.copy(file, target);
            }
        }
    }
}
