package org.jointattention.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.files.CancelledException;
import org.jointattention.files.WritableFolder;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ImageException;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.model.Model;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.ModelRun;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.zarr.EarlierPrecision;
import org.jointattention.segmentation.zarr.ZarrPlace;
import org.jointattention.segmentation.zarr.ZarrResult;
import org.jointattention.segmentation.zarr.ZarrSegmenter;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Segments an image of OME-Zarr on the disk, of any size, into labels of OME-Zarr. Goes on where it was stopped. */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "Segment OME-Zarr...",
        description = "Segment an image of OME-Zarr on the disk, of any size, into labels of OME-Zarr.")
public final class SegmentZarr extends JointAttentionCommand {
    @Parameter(
            label = "OME-Zarr image",
            style = FileWidget.DIRECTORY_STYLE,
            description = "The folder of the image, which often ends in .zarr.")
    private File source = new File("");

    @Parameter(
            label = "Resolution",
            min = "0",
            description = "0 for the largest, 1 for the next coarser one, and so on.")
    private int level;

    @Parameter(
            label = "Folder for labels",
            required = false,
            persist = false,
            style = FileWidget.DIRECTORY_STYLE,
            description = "Gets NAME" + ZarrPlace.RESULT + "; made where it is missing. Not used with within.")
    private File destination = new File("");

    @Parameter(
            label = "Or name within the image",
            required = false,
            persist = false,
            description = "Write the labels into the image itself, as labels/NAME, where viewers look for them.")
    private String within = "";

    @Parameter(label = "Model", initializer = "listModels", description = InferenceInputs.MODEL)
    private String model = "";

    @Parameter(
            label = "Model file",
            required = false,
            persist = false,
            style = FileWidget.OPEN_STYLE,
            description = InferenceInputs.MODEL_FILE)
    private File modelfile = new File("");

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

    @Parameter(type = ItemIO.OUTPUT, label = "Labels", description = "The folder of the labels.")
    private String labels;

    @Override
    protected void compute() {
        Path image = ChosenFile.requireThere(
                "folder", source, "No image is chosen: set source to the folder of an OME-Zarr image.");
        OmeZarrImage.open(image, new ChunkCache(0)); // what is wrong with it is said before a network is made
        ZarrPlace place = place(image);
        ModelChoice choice = new ModelChoice();
        Model chosen = choice.resolve(model, modelfile);
        ModelRun run = new ModelRun(choice.reference(model, modelfile), chosen);
        String weights = chosen.weightsSha256().orElse("");
        InferenceSettings inputs = inference().settings();
        PredictorOptions options = new EarlierPrecision(weights)
                .applyTo(inputs.predictor(chosen.spec(), OptionalInt.empty()), List.of(place.of(image)));
        try (Predictor predictor = run.predictor(PluginEngine.get(), options)) {
            say(predictor.device().toString());
            Segmenter segmenter = inputs.segmenter(chosen.spec(), predictor);
            String info = run.info(predictor, segmenter.overlap());
            segment(new ZarrSegmenter(segmenter, weights, info).withLevel(level), image, place);
        }
        markShown("labels"); // the log has said it
    }

    private ZarrPlace place(Path image) {
        if (!within.trim().isEmpty()) {
            return ZarrPlace.within(within.trim());
        }
        Path folder = ChosenFile.require(
                destination, "No place for the labels is chosen: set destination, or within for labels in the image.");
        return ZarrPlace.at(ZarrPlace.labels(image, WritableFolder.require(folder, ImageException::new)));
    }

    private void segment(ZarrSegmenter segmenter, Path image, ZarrPlace place) {
        say(image.getFileName() + ": " + segmenter.mapping(image));
        CommandProgress progress = progress("");
        progress.sayInPercent("Segmenting " + image.getFileName());
        try {
            ZarrResult result = segmenter.segment(image, place, progress);
            labels = result.labels();
            say((result.isComputed() ? "Labels: " : "The labels were complete before, with the same settings: ")
                    + labels);
        } catch (CancelledException e) {
            log().info("Cancelled: what is complete is kept in " + place.of(image)
                    + "; the same command goes on there.");
            throw e;
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
