package org.jointattention.batch.spark;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jointattention.image.ImageException;

/** The images below a folder, by name. Goes folder by folder, so that as many names are kept as one folder has. */
final class HadoopImages implements Iterator<String> {
    private final FileSystem system;
    private final Path excluded;
    private final boolean recursive;
    private final Deque<Path> folders = new ArrayDeque<>();
    private final Deque<String> found = new ArrayDeque<>();

    HadoopImages(FileSystem system, Path root, Path excluded, boolean recursive) {
        this.system = system;
        this.excluded = system.makeQualified(excluded);
        this.recursive = recursive;
        folders.push(system.makeQualified(root));
    }

    @Override
    public boolean hasNext() {
        while (found.isEmpty() && !folders.isEmpty()) {
            look(folders.pop());
        }
        return !found.isEmpty();
    }

    @Override
    public String next() {
        hasNext();
        return found.remove();
    }

    private void look(Path folder) {
        Deque<Path> inner = new ArrayDeque<>();
        for (FileStatus entry : sorted(folder)) {
            String name = entry.getPath().getName();
            if (entry.isFile() && Names.isImage(name) && !Names.isResult(name)) {
                found.add(entry.getPath().toString());
            } else if (entry.isDirectory() && isSearched(entry.getPath())) {
                inner.push(entry.getPath());
            }
        }
        inner.forEach(folders::push);
    }

    private boolean isSearched(Path folder) {
        return recursive && !folder.getName().startsWith(".") && !folder.equals(excluded);
    }

    private FileStatus[] sorted(Path folder) {
        try {
            FileStatus[] entries = system.listStatus(folder);
            Arrays.sort(entries);
            return entries;
        } catch (IOException e) {
            throw new ImageException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
