package org.jointattention.batch.spark;

import java.nio.file.Paths;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.zarr.ZarrPlace;

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
    private final int level;
    /** Null for labels among the results. */
    private final String within;

    private SparkRequest(
            String in,
            String out,
            String model,
            boolean recursive,
            boolean skipExisting,
            InferenceSettings settings,
            Set<Output> outputs,
            OptionalInt filesPerTask,
            int level,
            String within) {
        this.in = Objects.requireNonNull(in);
        this.out = Objects.requireNonNull(out);
        this.model = Objects.requireNonNull(model);
        this.recursive = recursive;
        this.skipExisting = skipExisting;
        this.settings = Objects.requireNonNull(settings);
        this.outputs = EnumSet.copyOf(outputs);
        this.filesPerTask = filesPerTask;
        this.level = level;
        this.within = within;
    }

    /**
     * Labels of all images, as the model's settings say.
     *
     * @param in a folder of images, a text file that names an image a line, or an image of OME-Zarr
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
                OptionalInt.empty(),
                0,
                null);
    }

    /** @param value whether subfolders count */
    public SparkRequest withRecursive(boolean value) {
        return new SparkRequest(in, out, model, value, skipExisting, settings, outputs, filesPerTask, level, within);
    }

    /** @param value whether files whose results are all there are left out */
    public SparkRequest withSkipExisting(boolean value) {
        return new SparkRequest(in, out, model, recursive, value, settings, outputs, filesPerTask, level, within);
    }

    /** @param value an automatic precision is float32: each machine would decide for itself */
    public SparkRequest withSettings(InferenceSettings value) {
        return new SparkRequest(in, out, model, recursive, skipExisting, value, outputs, filesPerTask, level, within);
    }

    /** @param value at least one */
    public SparkRequest withOutputs(Set<Output> value) {
        return new SparkRequest(in, out, model, recursive, skipExisting, settings, value, filesPerTask, level, within);
    }

    /** @param value files, or parts of an OME-Zarr image: at least 1; empty for as many as suit the cluster */
    public SparkRequest withFilesPerTask(OptionalInt value) {
        return new SparkRequest(in, out, model, recursive, skipExisting, settings, outputs, value, level, within);
    }

    /** @param value the resolution of an OME-Zarr image, 0 for the largest */
    public SparkRequest withLevel(int value) {
        return new SparkRequest(
                in, out, model, recursive, skipExisting, settings, outputs, filesPerTask, value, within);
    }

    /** @param name of labels that an OME-Zarr image gets within itself; null for labels among the results */
    public SparkRequest withWithin(String name) {
        return new SparkRequest(in, out, model, recursive, skipExisting, settings, outputs, filesPerTask, level, name);
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

    /** Whether the input is one image of OME-Zarr, which is cut into parts, and no list of files. */
    public boolean isVolume() {
        return !Names.isAddress(in) && OmeZarrImage.isIn(Paths.get(Stores.absolute(in)));
    }

    int level() {
        return level;
    }

    ZarrPlace place() {
        return ZarrPlace.choose(Paths.get(Stores.absolute(in)), Paths.get(Stores.absolute(out)), within);
    }

    /** The tasks of some work, by the number of cores or as asked for. */
    TaskPlan plan(Work work, int cores) {
        TaskPlan plan = TaskPlan.of(work, cores);
        return filesPerTask.isPresent() ? plan.withItemsPerTask(filesPerTask.getAsInt()) : plan;
    }
}
