package org.jointattention.comparison;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointattention.files.FailureReason;
import org.jointattention.files.Sha256;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;

/** A checksum of the image files in some folders: of their names and bytes, wherever the folders lie. */
final class DataChecksum {
    private final List<Path> folders;

    /** @param folders in a fixed order */
    DataChecksum(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Whether all folders are there. */
    boolean isThere() {
        return folders.stream().allMatch(Files::isDirectory);
    }

    /**
     * SHA-256 of the files as they are now, 64 hexadecimal digits.
     *
     * @throws ComparisonException if a file cannot be read
     */
    String compute() {
        MessageDigest digest = Sha256.digest();
        folders.forEach(folder -> add(folder, digest));
        return Sha256.text(digest);
    }

    private static void add(Path folder, MessageDigest digest) {
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Map.Entry<String, Path> file : byName(folder).entrySet()) {
                String head = file.getKey() + "\n" + Files.size(file.getValue()) + "\n";
                out.write(head.getBytes(StandardCharsets.UTF_8));
                Files.copy(file.getValue(), out);
            }
            out.write('\n');
        } catch (IOException | ImageException e) {
            throw new ComparisonException("The images in " + folder + " cannot be read: " + FailureReason.of(e), e);
        }
    }

    /** In composed Unicode, since macOS may write the same name decomposed. */
    private static Map<String, Path> byName(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : ImageFiles.list(folder)) {
            files.put(Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC), file);
        }
        return files;
    }
}
