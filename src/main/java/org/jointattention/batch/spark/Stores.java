package org.jointattention.batch.spark;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Paths;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Finds the store of a name, on the driver and, with the driver's settings of Hadoop, on executors. */
final class Stores implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SerializableConfiguration> configuration;

    Stores(JavaSparkContext context) {
        configuration = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    }

    FileStore of(String name) {
        return Names.isAddress(name) ? new HadoopStore(configuration.value().value()) : new LocalStore();
    }

    /** The same everywhere: paths are made absolute, addresses stay. */
    static String absolute(String name) {
        if (Names.isAddress(name)) {
            return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        }
        boolean address = name.regionMatches(true, 0, "file:", 0, 5);
        return (address ? Paths.get(URI.create(name).getPath()) : Paths.get(name))
                .toAbsolutePath()
                .normalize()
                .toString();
    }
}
