package org.jointattention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Paths;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jointattention.batch.spark.RunCounts;
import org.jointattention.batch.spark.RunListener;
import org.jointattention.batch.spark.SparkConnection;
import org.jointattention.batch.spark.SparkRequest;
import org.jointattention.engine.Precision;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.SegmentationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segment} for Apache Spark: what {@link SparkMain} does. */
@Command(
        name = "joint-attention-spark",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        description = {
            "Segment images on an Apache Spark cluster.",
            "Names are paths that are the same on all machines, or addresses such as hdfs://host/folder and"
                    + " s3a://bucket/folder. Writes the results as 'segment' does, summary.csv (what became of each"
                    + " file) and failed.txt (the files that failed, one a line: a list for the next run).",
            "An image of OME-Zarr gets labels of OME-Zarr; the same command goes on where a run was stopped.",
            "--precision auto means float32 here, so that all machines compute the same."
        },
        footer = {"", "Exit status: 0 done, 1 a file or the run failed, 2 wrong usage."})
public final class SparkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "NAME|FILE", description = "A bundled model, or a file.")
    private String model;

    @Option(
            names = "--in",
            required = true,
            paramLabel = "DIR|LIST|ZARR",
            description = "A folder of images, a text file that names an image on each line, or one image of OME-Zarr,"
                    + " which is cut into parts.")
    private String in;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private String out;

    @Option(names = "--recursive", description = "Search subfolders, too; results go to subfolders of the same names.")
    private boolean recursive;

    @Option(names = "--skip-existing", description = "Leave out files whose results are all there.")
    private boolean skipExisting;

    @Option(
            names = "--files-per-task",
            paramLabel = "N",
            description = "Files, or parts of an OME-Zarr image, that an executor takes at a time (default: 1 to 64, by"
                    + " their number and that of cores).")
    private Integer filesPerTask;

    @Mixin
    private OutputOptions output;

    @Mixin
    private InferenceOptions inference;

    @Mixin
    private ZarrOptions zarr;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        SparkRequest request = request();
        if (!request.hasRemoteModel()) { // refuse what does not fit it before a cluster is asked for
            inference.predictor(new ModelStore().resolve(model).spec(), List.of());
        }
        PrintWriter err = spec.commandLine().getErr();
        if (inference.settings().precision() == Precision.AUTO) {
            err.println("precision=float32 reason=all machines are to compute the same");
        }
        try (SparkConnection spark = new SparkConnection(spec.name())) {
            RunCounts counts = spark.run(request, new Console(err, items(request)));
            err.println(summary(counts, items(request)));
            return counts.failed() == 0 ? 0 : 1;
        } catch (SegmentationException e) { // a tile or an overlap that does not fit the model
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static String items(SparkRequest request) {
        return request.isVolume() ? "parts" : "files";
    }

    private static String summary(RunCounts counts, String items) {
        return counts.items() == 0
                ? "The labels were complete before, with the same settings."
                : (counts.items() - counts.failed()) + " of " + counts.items() + " " + items + " done, "
                        + counts.failed() + " failed.";
    }

    private SparkRequest request() {
        if (filesPerTask != null && filesPerTask < 1) {
            throw new ParameterException(spec.commandLine(), "--files-per-task " + filesPerTask + ": use 1 or more.");
        }
        zarr.areWanted(List.of(Paths.get(in)), output.outputs());
        return SparkRequest.of(in, out, model)
                .withRecursive(recursive)
                .withSkipExisting(skipExisting)
                .withSettings(inference.settings())
                .withOutputs(output.outputs())
                .withLevel(zarr.level())
                .withWithin(zarr.within())
                .withFilesPerTask(filesPerTask == null ? OptionalInt.empty() : OptionalInt.of(filesPerTask));
    }

    /** Prints what becomes of the run. */
    private static final class Console implements RunListener {
        private final PrintWriter err;
        private final String items;

        Console(PrintWriter err, String items) {
            this.err = err;
            this.items = items;
        }

        @Override
        public void step(String name, long count) {
            err.println(count + " " + name);
        }

        @Override
        public void planned(long count, int itemsPerTask, long jobs, int tile) {
            err.println(items + "=" + count + " " + items + "-per-task=" + itemsPerTask + " jobs=" + jobs + " tile="
                    + tile + "x" + tile);
        }

        @Override
        public void failed(String item, String reason) {
            err.println("error: " + item + ": " + reason);
        }

        @Override
        public void progress(long done, long count) {
            err.println(done + " of " + count);
        }
    }
}
