package org.jointattention.batch.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A Hadoop file system of addresses {@code test:/...}; like HDFS, it moves onto no file. */
public final class RemoteFileSystem extends RawLocalFileSystem {
    @Override
    public URI getUri() {
        return URI.create("test:///");
    }

    @Override
    public String getScheme() {
        return "test";
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        return !exists(to) && super.rename(from, to);
    }
}
