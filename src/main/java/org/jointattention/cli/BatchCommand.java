package org.jointattention.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jointattention.batch.BatchFile;
import org.jointattention.batch.BatchFiles;
import org.jointattention.batch.BatchInputs;
import org.jointattention.batch.BatchJob;
import org.jointattention.batch.BatchOptions;
import org.jointattention.batch.BatchSummary;
import org.jointattention.batch.FileBatch;
import org.jointattention.batch.FileOutcome;
import org.jointattention.batch.ResultFolder;
import org.jointattention.batch.SummaryFile;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.zarr.ZarrSegmenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code joint-attention batch}: many images into one folder, in a run that can be stopped and gone on with. */
@Command(
        name = "batch",
        sortOptions = false,
        description = {
            "Segment many images, each on its own: one that fails is reported, and the rest goes on.",
            "Writes results as 'segment' does, summary.csv, and manifest.jsonl, by which the same command goes on where"
                    + " an earlier run ended, however it ended."
        },
        footer = {
            "",
            "What was done with the same model and settings, and has not changed, is skipped. Reading, preparing and"
                    + " writing of some files go on while the network computes for another."
        })
public final class BatchCommand implements Callable<Integer> {
    private final Supplier<Engine> engines;
    private final Function<String, Model> models;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "NAME|FILE", description = "A bundled model, or a file.")
    private String model;

    @Option(
            names = "--in",
            required = true,
            paramLabel = "DIR|GLOB|LIST",
            description =
                    "A folder; an image, be it a file or a folder of OME-Zarr; a pattern in quotes, such as 'plates/*/dapi-*.tif' (** for all"
                            + " subfolders); or a text file with a path a line, whose name ends in .txt. May be repeated.")
    private List<String> inputs;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path folder;

    @Option(
            names = "--recursive",
            description = "Search subfolders of folders, and make the same ones for the results.")
    private boolean recursive;

    @Option(
            names = "--skip-existing",
            description = "Leave out images whose results are all there, whoever made them, whatever has changed.")
    private boolean skipExisting;

    @Option(names = "--redo", description = "Segment again what an earlier run has done.")
    private boolean redo;

    @Option(names = "--fail-fast", description = "Stop at the first file that fails.")
    private boolean failFast;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "Files in work at a time, of which one computes and the others are read, prepared and written;"
                            + " 0 is one a processor, from 3 to 8 (default: 0).")
    private int workers;

    @Mixin
    private OutputOptions output;

    @Mixin
    private InferenceOptions inference;

    /** The command as users know it. */
    public BatchCommand() {
        this(Engines::classPath, name -> new ModelStore().resolve(name));
    }

    BatchCommand(Supplier<Engine> engines, Function<String, Model> models) {
        this.engines = engines;
        this.models = models;
    }

    @Override
    public Integer call() {
        BatchOptions options = options();
        List<BatchFile> files = new BatchInputs(folder, recursive).find(inputs);
        BatchFiles.check(files, output.outputs());
        Model loaded = models.apply(model);
        SegmenterStart start =
                new SegmenterStart(inference, engines, spec.commandLine().getErr());
        List<Path> images = files.stream().map(BatchFile::image).collect(Collectors.toList());
        PredictorOptions wanted = start.options(loaded, images);
        BatchJob job = new BatchJob(model, loaded, inference.settings(), output.outputs());
        BatchConsole console = new BatchConsole(spec.commandLine(), files.size());
        return console.watch(() -> {
            try (ResultFolder results = ResultFolder.open(folder, job, redo)) {
                results.sweep(files, output.outputs());
                PredictorOptions kept = results.withEarlierPrecision(wanted, files);
                return start.run(
                        model,
                        loaded,
                        kept,
                        images.get(0),
                        (segmenter, info, predictor) -> run(
                                new FileBatch(segmenter(segmenter, info), options)
                                        .with(results.manifest(predictor))
                                        .with(zarr(segmenter, loaded, info)),
                                files,
                                new BatchSummary(
                                        loaded.spec().classes(),
                                        predictor.device().name()),
                                console));
            }
        });
    }

    private FileSegmenter segmenter(Segmenter segmenter, String info) {
        return new FileSegmenter(new ImageSegmenter(segmenter), output.outputs(), inference.minMemory(), info);
    }

    private static ZarrSegmenter zarr(Segmenter segmenter, Model loaded, String info) {
        return new ZarrSegmenter(segmenter, loaded.weightsSha256().orElse(""), info);
    }

    private BatchOptions options() {
        if (redo && skipExisting) {
            throw new ParameterException(spec.commandLine(), "--redo and --skip-existing exclude each other.");
        }
        try {
            return BatchOptions.standard()
                    .withWorkers(workers)
                    .withSkipExisting(skipExisting)
                    .withRedo(redo)
                    .withFailFast(failFast);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--workers " + workers + ": " + e.getMessage(), e);
        }
    }

    private int run(FileBatch batch, List<BatchFile> files, BatchSummary summary, BatchConsole console) {
        List<FileOutcome> outcomes = batch.run(files, console, console);
        SummaryFile file = new SummaryFile(folder);
        file.write(summary.withEarlier(file.earlier()), outcomes);
        spec.commandLine().getOut().println(file.path());
        spec.commandLine().getOut().flush();
        return console.report(outcomes) ? 0 : 1;
    }
}
