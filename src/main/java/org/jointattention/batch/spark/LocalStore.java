package org.jointattention.batch.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.UUID;
import org.jointattention.batch.BatchFiles;
import org.jointattention.files.FolderTree;
import org.jointattention.files.WritableFolder;

/** A file system that is mounted at the same place everywhere, or that of the one machine that computes. */
final class LocalStore implements FileStore {
    @Override
    public InputStream open(String file, long offset) throws IOException {
        FileChannel channel = FileChannel.open(Paths.get(file));
        return Channels.newInputStream(channel.position(offset));
    }

    @Override
    public OutputStream create(String file) throws IOException {
        Path path = Paths.get(file);
        WritableFolder.prepare(path.toAbsolutePath().getParent());
        return new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    }

    @Override
    public boolean exists(String file) {
        return Files.isRegularFile(Paths.get(file));
    }

    @Override
    public boolean isFolder(String name) {
        return Files.isDirectory(Paths.get(name));
    }

    @Override
    public Iterator<String> images(String folder, String excluded, boolean recursive) {
        return BatchFiles.below(Paths.get(folder), Paths.get(excluded), recursive).stream()
                .map(file -> file.image().toString())
                .iterator();
    }

    @Override
    public Path fetch(String file, Path folder) {
        return Paths.get(file);
    }

    /** On the same file system as the results, so that publishing is a move. */
    @Override
    public Path workspace(String staging) throws IOException {
        return Files.createDirectories(Paths.get(staging, UUID.randomUUID().toString()));
    }

    @Override
    public void publish(Path result, String staging, String folder) throws IOException {
        Path target = Paths.get(folder);
        WritableFolder.prepare(target);
        Files.move(result, target.resolve(result.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String folder) throws IOException {
        FolderTree.delete(Paths.get(folder));
    }
}
