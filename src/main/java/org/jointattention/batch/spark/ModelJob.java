package org.jointattention.batch.spark;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.broadcast.Broadcast;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.Output;

/** What all executors compute with; the model's file is sent once to each. */
final class ModelJob implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id = UUID.randomUUID().toString();
    private final String name;
    private final Broadcast<byte[]> file;
    private final InferenceSettings settings;
    private final EnumSet<Output> outputs;
    private final boolean virtual;

    /**
     * @param name of the model, as the user gave it
     * @param settings with a tile: all executors are to take the same
     */
    ModelJob(String name, Broadcast<byte[]> file, InferenceSettings settings, Set<Output> outputs, boolean virtual) {
        this.name = name;
        this.file = file;
        this.settings = settings;
        this.outputs = EnumSet.copyOf(outputs);
        this.virtual = virtual;
    }

    /** Tells the models of several runs in one JVM apart. */
    String id() {
        return id;
    }

    String name() {
        return name;
    }

    byte[] file() {
        return file.value();
    }

    InferenceSettings settings() {
        return settings;
    }

    Set<Output> outputs() {
        return outputs;
    }

    /** Whether stacks are read plane by plane. */
    boolean isVirtual() {
        return virtual;
    }
}
