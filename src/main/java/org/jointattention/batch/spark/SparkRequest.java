package org.jointattention.batch.spark;

import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.Output;

/**
 * What is asked of a cluster. Names are paths that are the same on all machines, or addresses of a Hadoop file system.
 * Immutable: each {@code with} method returns a changed copy.
 */
public final class SparkRequest {
    private final String in;
    private final String out;
    private final String model;
    private final boolean recursive;
    private final boolean skipExisting;
    private final InferenceSettings settings;
    private final Set<Output> outputs;
    private final OptionalInt filesPerTask;

    private SparkRequest(
            String in,
            String out,
            String model,
            boolean recursive,
            boolean skipExisting,
            InferenceSettings settings,
            Set<Output> outputs,
            OptionalInt filesPerTask) {
        this.in = Objects.requireNonNull(in);
        this.out = Objects.requireNonNull(out);
        this.model = Objects.requireNonNull(model);
        this.recursive = recursive;
        this.skipExisting = skipExisting;
        this.settings = Objects.requireNonNull(settings);
        this.outputs = EnumSet.copyOf(outputs);
        this.filesPerTask = filesPerTask;
    }

    /**
     * Labels of all images, as the model's settings say.
     *
     * @param in a folder of images, or a text file that names an image a line
     * @param out folder for the results
     * @param model a bundled model's name, or a model file; only the driver reads it
     */
    public static SparkRequest of(String in, String out, String model) {
        return new SparkRequest(
                in,
                out,
                model,
                false,
                false,
                InferenceSettings.standard(),
                EnumSet.of(Output.LABELS),
                OptionalInt.empty());
    }

    /** @param value whether subfolders count */
    public SparkRequest withRecursive(boolean value) {
        return new SparkRequest(in, out, model, value, skipExisting, settings, outputs, filesPerTask);
    }

    /** @param value whether files whose results are all there are left out */
    public SparkRequest withSkipExisting(boolean value) {
        return new SparkRequest(in, out, model, recursive, value, settings, outputs, filesPerTask);
    }

    /** @param value an automatic precision is float32: each machine would decide for itself */
    public SparkRequest withSettings(InferenceSettings value) {
        return new SparkRequest(in, out, model, recursive, skipExisting, value, outputs, filesPerTask);
    }

    /** @param value at least one */
    public SparkRequest withOutputs(Set<Output> value) {
        return new SparkRequest(in, out, model, recursive, skipExisting, settings, value, filesPerTask);
    }

    /** @param value at least 1; empty for as many as suit the cluster */
    public SparkRequest withFilesPerTask(OptionalInt value) {
        return new SparkRequest(in, out, model, recursive, skipExisting, settings, outputs, value);
    }

    public String in() {
        return in;
    }

    public String out() {
        return out;
    }

    public String model() {
        return model;
    }

    /** Whether the model is an address of a Hadoop file system. */
    public boolean hasRemoteModel() {
        return Names.isAddress(model);
    }

    public boolean isRecursive() {
        return recursive;
    }

    public boolean skipsExisting() {
        return skipExisting;
    }

    public InferenceSettings settings() {
        return settings;
    }

    public Set<Output> outputs() {
        return EnumSet.copyOf(outputs);
    }

    public OptionalInt filesPerTask() {
        return filesPerTask;
    }
}
