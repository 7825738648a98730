package org.jointattention.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells an image of OME-Zarr from a changed one without reading its chunks, which may be very large: the bytes of its
 * metadata; names, sizes and times of change of its chunks. Labels in the image do not count, nor do summaries of metadata
 * and hidden files, which come and go with them.
 */
final class ZarrStamp {
    private static final Set<String> METADATA = Set.of("zarr.json", ".zarray", ".zgroup", ".zattrs");
    private static final String LABELS = "labels";

    private final MessageDigest digest;
    private final Path root;
    private long size;
    private Instant modified = Instant.EPOCH;

    private ZarrStamp(Path root, MessageDigest digest) {
        this.root = root;
        this.digest = digest;
    }

    /** @param digest gets all that counts */
    static ZarrStamp of(Path root, MessageDigest digest) throws IOException {
        ZarrStamp stamp = new ZarrStamp(root, digest);
        stamp.add(root);
        return stamp;
    }

    /** Of all files together. */
    long size() {
        return size;
    }

    /** The latest one. */
    Instant modified() {
        return modified;
    }

    /** Folder by folder, so that as many names are held as one of them has. */
    private void add(Path folder) throws IOException {
        for (Path entry : sorted(folder)) {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                add(entry);
            } else {
                add(entry, attributes);
            }
        }
    }

    private List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(this::counts).sorted().collect(Collectors.toList());
        }
    }

    private boolean counts(Path entry) {
        String name = entry.getFileName().toString();
        boolean labels = name.equals(LABELS) && root.equals(entry.getParent());
        return METADATA.contains(name) || !name.startsWith(".") && !labels;
    }

    private void add(Path file, BasicFileAttributes attributes) throws IOException {
        Instant time = attributes.lastModifiedTime().toInstant();
        size += attributes.size();
        modified = time.isAfter(modified) ? time : modified;
        boolean metadata = METADATA.contains(file.getFileName().toString());
        String name = root.relativize(file).toString().replace('\\', '/');
        String line = name + "\n" + attributes.size() + "\n" + (metadata ? "" : time.toEpochMilli()) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        if (metadata) {
            digest.update(Files.readAllBytes(file));
        }
    }
}
