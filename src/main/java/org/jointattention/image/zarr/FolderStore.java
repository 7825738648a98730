package org.jointattention.image.zarr;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.files.AtomicFile;
import org.jointattention.files.FailureReason;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ImageException;

/** A store that is a folder of this computer. */
public final class FolderStore implements Store {
    private static final String TEMPORARY = ".tmp";

    private final Path folder;

    /** @param folder may be missing: the first write makes it */
    public FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Optional<StoredBytes> open(String key) {
        Path file = file(key);
        try {
            return Files.isDirectory(file) ? Optional.empty() : Optional.of(new OpenFile(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            checkFolder();
            throw failed("read", file, e);
        }
    }

    private void checkFolder() {
        if (Files.isRegularFile(folder)) {
            throw new ImageException(folder + " is a file, but an image of OME-Zarr is a folder: name the folder.");
        }
    }

    @Override
    public void write(String key, byte[] bytes) {
        Path file = file(key);
        WritableFolder.require(file.getParent(), ImageException::new);
        try {
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new ImageException(e.getMessage(), e);
        }
    }

    /** What may not be looked at is not taken as missing. */
    @Override
    public boolean exists(String key) {
        Path file = file(key);
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
        } catch (AccessDeniedException e) {
            throw failed("read", file, e);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<String> list(String key) {
        Path parent = file(key);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> !name.endsWith(TEMPORARY))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw failed("list", parent, e);
        }
    }

    @Override
    public String name(String key) {
        return file(key).toString();
    }

    private Path file(String key) {
        return folder.resolve(Keys.checked(key, folder.toString()));
    }

    private static ImageException failed(String verb, Path file, IOException e) {
        return new ImageException(
                "Cannot " + verb + " " + file + ": " + FailureReason.of(e)
                        + ". Check that it is there and may be read.",
                e);
    }

    private static final class OpenFile implements StoredBytes {
        private final Path file;
        private final FileChannel channel;
        private final String version;
        private final long size;

        /** The version comes first: where the file is replaced meanwhile, it is that of bytes that nobody reads any more. */
        OpenFile(Path file) throws IOException {
            this.file = file;
            this.version = version(file);
            this.channel = FileChannel.open(file, StandardOpenOption.READ);
            this.size = channel.size();
        }

        /** Files are replaced, not changed: another one has another number or time. */
        private static String version(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.size();
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public String version() {
            return version;
        }

        @Override
        public byte[] read(long offset, int length) {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            try {
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, offset + buffer.position()) < 0) {
                        throw new EOFException();
                    }
                }
                return buffer.array();
            } catch (IOException e) {
                throw failed("read", file, e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw failed("close", file, e);
            }
        }
    }
}
