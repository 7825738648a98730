package org.jointattention.comparison;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.files.FailureReason;
import org.jointattention.files.Sha256;
import org.jointattention.image.ImageFiles;

/** A checksum of the images and masks of a data set: of their names and bytes, read once, when it is first asked for. */
final class DataChecksum {
    private final List<Path> folders;
    private Optional<String> sum;

    /** @param folders of image files, in a fixed order */
    DataChecksum(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * SHA-256, 64 hexadecimal digits; empty where a folder is missing.
     *
     * @throws ComparisonException if a file cannot be read
     */
    Optional<String> value() {
        if (sum == null) {
            sum = folders.stream().allMatch(Files::isDirectory) ? Optional.of(computed()) : Optional.empty();
        }
        return sum;
    }

    private String computed() {
        MessageDigest digest = Sha256.digest();
        for (Path folder : folders) {
            add(folder, digest);
        }
        return Sha256.text(digest);
    }

    private static void add(Path folder, MessageDigest digest) {
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Path image : ImageFiles.list(folder)) {
                for (Path file : files(image)) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    out.write((name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
                    Files.copy(file, out);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ComparisonException("The images in " + folder + " cannot be read: " + FailureReason.of(e), e);
        }
    }

    /** An image is a file, or a folder of many. */
    private static List<Path> files(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }
}
