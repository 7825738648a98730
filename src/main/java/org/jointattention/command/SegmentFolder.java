package org.jointattention.command;

import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointattention.batch.BatchFile;
import org.jointattention.batch.BatchFiles;
import org.jointattention.batch.BatchJob;
import org.jointattention.batch.BatchListener;
import org.jointattention.batch.BatchOptions;
import org.jointattention.batch.BatchSummary;
import org.jointattention.batch.FileBatch;
import org.jointattention.batch.FileOutcome;
import org.jointattention.batch.ResultFolder;
import org.jointattention.batch.SummaryFile;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.files.CancelledException;
import org.jointattention.image.ImageSize;
import org.jointattention.model.Model;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.ModelRun;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.zarr.ZarrSegmenter;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Segments the images of a folder, each on its own: one that fails is reported, and the rest goes on. */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "Segment Folder...",
        description = "Segment all images of a folder into another one, with a summary.")
public final class SegmentFolder extends JointAttentionCommand {
    static final String TABLE = "Segment Folder";

    @Parameter(
            label = "Folder of images",
            style = FileWidget.DIRECTORY_STYLE,
            description = "PNG, TIFF, JPEG, BMP, GIF, folders of OME-Zarr.")
    private File source = new File("");

    @Parameter(
            label = "Folder for results",
            style = FileWidget.DIRECTORY_STYLE,
            description = "Gets NAME_labels.tif and the like, and " + SummaryFile.NAME + "; made where it is missing.")
    private File destination = new File("");

    @Parameter(label = "Subfolders too", description = "Search subfolders, and make the same ones for the results.")
    private boolean recursive;

    @Parameter(
            label = "Skip what exists",
            description =
                    "Leave out images whose results are all there, whoever made them. What this command made with the"
                            + " same model and settings, and has not changed, is left out anyway.")
    private boolean skipexisting;

    @Parameter(label = "Segment all again", description = "Leave out nothing that an earlier run has done.")
    private boolean redo;

    @Parameter(label = "Model", initializer = "listModels", description = InferenceInputs.MODEL)
    private String model = "";

    @Parameter(
            label = "Model file",
            required = false,
            persist = false,
            style = FileWidget.OPEN_STYLE,
            description = InferenceInputs.MODEL_FILE)
    private File modelfile = new File("");

    @Parameter(
            label = "Output",
            choices = {OutputChoice.LABELS, OutputChoice.PROBABILITIES, OutputChoice.BOTH},
            description = "The class of each pixel, the probability of each class, or both.")
    private String output = OutputChoice.LABELS;

    @Parameter(
            label = "Overlay pictures",
            description = "Write a picture of each image with the classes' colours on it.")
    private boolean overlay;

    @Parameter(label = "Tile (0: model's)", min = "0", validater = "checkTile", description = InferenceInputs.TILE)
    private int tile;

    @Parameter(
            label = "Overlap (-1: model's)",
            min = "-1",
            validater = "checkOverlap",
            description = InferenceInputs.OVERLAP)
    private int overlap = -1;

    @Parameter(
            label = "Augment",
            choices = {Choice.NONE, Choice.FLIPS, Choice.FULL},
            description = InferenceInputs.AUGMENT)
    private String augment = Choice.NONE;

    @Parameter(
            label = "Precision",
            choices = {Choice.AUTO, Choice.FLOAT32, Choice.BFLOAT16},
            description = InferenceInputs.PRECISION)
    private String precision = Choice.AUTO;

    @Parameter(
            label = "Device",
            choices = {Choice.AUTO, Choice.CPU, Choice.GPU},
            description = InferenceInputs.DEVICE)
    private String device = Choice.AUTO;

    @Parameter(label = "Threads (0: all)", min = "0", description = InferenceInputs.THREADS)
    private int threads;

    @Parameter(type = ItemIO.OUTPUT, label = TABLE, description = "A row for each file.")
    private ResultsTable summary;

    @Override
    protected void compute() {
        if (redo && skipexisting) {
            throw new CommandException("redo and skipexisting exclude each other: choose one of them.");
        }
        Set<Output> outputs = OutputChoice.outputs(output);
        if (overlay) {
            outputs.add(Output.OVERLAY);
        }
        Path to = folder("destination", destination);
        List<BatchFile> files = BatchFiles.below(folder("source", source), to, recursive);
        BatchFiles.check(files, outputs);
        ModelChoice choice = new ModelChoice();
        Model chosen = choice.resolve(model, modelfile);
        String name = choice.reference(model, modelfile);
        BatchJob job = new BatchJob(name, chosen, inference().settings(), outputs);
        try (ResultFolder results = ResultFolder.open(to, job, redo)) {
            results.sweep(files, outputs);
            segment(files, outputs, chosen, new ModelRun(name, chosen), results);
        }
    }

    private static Path folder(String input, File folder) {
        return ChosenFile.require(folder, "No folder is chosen: set " + input + ".");
    }

    private void segment(List<BatchFile> files, Set<Output> outputs, Model chosen, ModelRun run, ResultFolder results) {
        InferenceSettings inputs = inference().settings();
        List<Path> images = files.stream().map(BatchFile::image).collect(Collectors.toList());
        OptionalInt longestSide = ImageSize.largest(images, inputs.sideOfWholeTile(chosen.spec()));
        PredictorOptions options = results.withEarlierPrecision(inputs.predictor(chosen.spec(), longestSide), files);
        try (Predictor predictor = run.predictor(PluginEngine.get(), options, images.get(0))) {
            say(predictor.device().toString());
            Segmenter segmenter = inputs.segmenter(chosen.spec(), predictor);
            String info = run.info(predictor, segmenter.overlap());
            FileSegmenter toFiles = new FileSegmenter(new ImageSegmenter(segmenter), outputs, false, info);
            CommandProgress progress = progress(TABLE);
            List<FileOutcome> outcomes = new FileBatch(
                            toFiles,
                            BatchOptions.standard()
                                    .withSkipExisting(skipexisting)
                                    .withRedo(redo))
                    .with(results.manifest(predictor))
                    .with(new ZarrSegmenter(segmenter, chosen.weightsSha256().orElse(""), info))
                    .run(files, progress, new Listener(progress));
            finish(
                    outcomes,
                    files.size(),
                    new BatchSummary(chosen.spec().classes(), predictor.device().name()));
        }
    }

    private void finish(List<FileOutcome> outcomes, int files, BatchSummary empty) {
        SummaryFile file = new SummaryFile(destination.toPath());
        BatchSummary rows = empty.withEarlier(file.earlier());
        file.write(rows, outcomes);
        OpenTable open = new OpenTable(TABLE);
        outcomes.forEach(outcome -> addRow(open.table(), rows.header(), rows.row(outcome)));
        summary = open.table();
        markShown("summary");
        open.show();
        List<FileOutcome> failed = outcomes.stream()
                .filter(outcome -> outcome.failure().isPresent())
                .collect(Collectors.toList());
        if (!failed.isEmpty()) {
            throw new CommandException(failed.size() + " of " + files + " images failed, the first of them "
                    + failed.get(0).file().image() + ": " + message(failed.get(0)) + "\nThe table " + file.path()
                    + " lists all.");
        }
        if (outcomes.size() < files) {
            throw new CancelledException("Cancelled after " + outcomes.size() + " of " + files + " images.");
        }
    }

    private static String message(FileOutcome outcome) {
        return outcome.failure()
                .map(failure -> new CommandFailure(failure).message())
                .orElse("");
    }

    private static void addRow(ResultsTable table, List<String> columns, List<String> values) {
        table.addRow();
        for (int i = 0; i < columns.size(); i++) {
            String value = values.get(i);
            if (value.matches("\\d+(\\.\\d+)?")) {
                table.addValue(columns.get(i), Double.parseDouble(value));
            } else {
                table.addValue(columns.get(i), value);
            }
        }
    }

    /** Says which file is being segmented. */
    private final class Listener implements BatchListener {
        private final CommandProgress progress;

        Listener(CommandProgress progress) {
            this.progress = progress;
        }

        @Override
        public void began(BatchFile file, int index, int count) {
            progress.sayInPercent(
                    "File " + (index + 1) + " of " + count + ", " + file.image().getFileName());
        }

        @Override
        public void opened(BatchFile file, String mapping) {
            log().info(file.image() + ": " + mapping);
        }

        @Override
        public void ended(FileOutcome outcome) {
            outcome.failure().ifPresent(failure -> {
                log().warn(outcome.file().image() + ": " + message(outcome));
                log().debug(failure);
            });
        }
    }

    /** Offers the models by name, and chooses the first where none is chosen. */
    private void listModels() {
        model = offerModels("model", model);
    }

    /** Refuses a tile that does not suit the model. */
    private void checkTile() {
        inference().problemWithTile(model, modelfile).ifPresent(this::refuse);
    }

    /** Refuses an overlap that does not suit the model and the tile. */
    private void checkOverlap() {
        inference().problemWithOverlap(model, modelfile).ifPresent(this::refuse);
    }

    private InferenceInputs inference() {
        return new InferenceInputs(tile, overlap, augment, precision, device, threads);
    }
}
