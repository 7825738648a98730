package org.jointattention.batch.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jointattention.image.ImageException;

/** Any file system that Hadoop knows, such as {@code hdfs://} and {@code s3a://}: files are copied to work on them. */
final class HadoopStore implements FileStore {
    private final Configuration configuration;

    HadoopStore(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Hadoop keeps them open and hands out the same one again. */
    private FileSystem system(Path path) throws IOException {
        return path.getFileSystem(configuration);
    }

    @Override
    public InputStream open(String file, long offset) throws IOException {
        Path path = new Path(file);
        FSDataInputStream in = system(path).open(path);
        in.seek(offset);
        return in;
    }

    @Override
    public OutputStream create(String file) throws IOException {
        Path path = new Path(file);
        return system(path).create(path, false);
    }

    @Override
    public boolean exists(String file) throws IOException {
        Path path = new Path(file);
        return system(path).exists(path);
    }

    @Override
    public boolean isFolder(String name) throws IOException {
        Path path = new Path(name);
        try {
            return system(path).getFileStatus(path).isDirectory();
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    @Override
    public Iterator<String> images(String folder, String excluded, boolean recursive) throws IOException {
        Path root = new Path(folder);
        Iterator<String> images = new HadoopImages(system(root), root, new Path(excluded), recursive);
        if (!images.hasNext()) {
            throw new ImageException("The folder " + folder + " has no images (PNG, TIFF, JPEG, BMP, GIF)"
                    + (recursive ? "." : "; its subfolders were not searched."));
        }
        return images;
    }

    @Override
    public java.nio.file.Path fetch(String file, java.nio.file.Path folder) throws IOException {
        Path path = new Path(file);
        java.nio.file.Path copy = folder.resolve(path.getName());
        try (InputStream in = system(path).open(path)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    @Override
    public java.nio.file.Path workspace(String staging) throws IOException {
        return Files.createTempDirectory("joint-attention-");
    }

    @Override
    public void publish(java.nio.file.Path result, String staging, String folder) throws IOException {
        Path target = new Path(folder, result.getFileName().toString());
        Path beside = new Path(staging, UUID.randomUUID().toString());
        FileSystem system = system(target);
        try (OutputStream out = system.create(beside, false)) {
            Files.copy(result, out);
        }
        system.mkdirs(target.getParent());
        if (!system.rename(beside, target)) {
            // HDFS moves onto no file: the former one, perhaps of another attempt at this task, has to go first.
            system.delete(target, false);
            move(system, beside, target);
        }
    }

    private static void move(FileSystem system, Path from, Path to) throws IOException {
        if (!system.rename(from, to) && !system.exists(to)) {
            throw new IOException("The file " + to + " cannot be written. Check the permissions of its folder.");
        }
    }

    @Override
    public void delete(String folder) throws IOException {
        Path path = new Path(folder);
        system(path).delete(path, true);
    }
}
