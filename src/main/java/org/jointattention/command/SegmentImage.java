package org.jointattention.command;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jointattention.engine.Predictor;
import org.jointattention.image.CroppedImages;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.NumberedObject;
import org.jointattention.model.LabelClass;
import org.jointattention.model.Model;
import org.jointattention.segmentation.HeapNeed;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.ModelRun;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.SegmentedImage;
import org.jointattention.segmentation.Segmenter;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Segments the active image: every slice of every frame by itself. The image is not changed; its overlay, the ROI
 * Manager and tables get more, and lose nothing.
 */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "Segment Image...",
        description = "Segment the active image, every slice of every frame by itself.")
public final class SegmentImage extends JointAttentionCommand {
    @Parameter(label = "Image", description = "The image to segment; it is not changed.")
    private ImagePlus image;

    @Parameter(
            label = "Axes",
            visibility = ItemVisibility.MESSAGE,
            required = false,
            persist = false,
            initializer = "readAxes",
            description = "How the axes of the active image are understood.")
    private String axes = "";

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

    @Parameter(label = "Overlay on the image", description = "Add the classes' colours to the image's overlay.")
    private boolean overlay;

    @Parameter(label = "ROIs", description = "Add the outline of every object to the ROI Manager.")
    private boolean rois;

    @Parameter(label = "Table", description = "Add areas and positions of objects, and areas of classes, to tables.")
    private boolean table;

    @Parameter(
            label = "Save objects as",
            required = false,
            persist = false,
            style = FileWidget.SAVE_STYLE,
            description = TableFile.DESCRIPTION)
    private File tablefile = new File("");

    @Parameter(label = "Selection only", description = "Segment the rectangle around the image's selection only.")
    private boolean crop;

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

    @Parameter(type = ItemIO.OUTPUT, label = "Labels", description = "The index of the most probable class.")
    private ImagePlus labels;

    @Parameter(type = ItemIO.OUTPUT, label = "Probabilities", description = "A channel for each class.")
    private ImagePlus probabilities;

    @Parameter(
            type = ItemIO.OUTPUT,
            label = ObjectTables.OBJECTS,
            description = "The table of objects, where asked for.")
    private ResultsTable objects;

    @Parameter(type = ItemIO.OUTPUT, label = "Info", description = "Model, device, precision, tile.")
    private String info;

    private String facts = "";

    @Override
    protected void compute() {
        Set<Output> outputs = OutputChoice.outputs(output);
        new TableFile(tablefile).prepare();
        Optional<RoiManager> manager = rois ? Optional.of(SourceMarks.manager()) : Optional.empty();
        ModelChoice choice = new ModelChoice();
        Model chosen = choice.resolve(model, modelfile);
        Rectangle part = part();
        ImagePlus source = part.getSize().equals(whole().getSize()) ? image : CroppedImages.crop(image, part);
        say(image.getTitle() + ": " + ImagePlanes.of(source, chosen.spec()).mapping());
        new HeapNeed(source, chosen.spec().classes().size(), outputs).check(HeapNeed.free());
        SegmentedImage result =
                segment(new ModelRun(choice.reference(model, modelfile), chosen), chosen, source, outputs);
        finish(result, part.getLocation(), chosen.spec().classes(), manager);
        info = facts;
        markShown("info"); // it is in the results' Info: no window for it each time
    }

    private Rectangle part() {
        if (crop && image.getRoi() == null) {
            say("\"" + image.getTitle() + "\" has no selection: all of it is segmented.");
        }
        return crop && image.getRoi() != null ? image.getRoi().getBounds().intersection(whole()) : whole();
    }

    private Rectangle whole() {
        return new Rectangle(image.getWidth(), image.getHeight());
    }

    private SegmentedImage segment(ModelRun run, Model chosen, ImagePlus source, Set<Output> outputs) {
        InferenceSettings inputs = inference().settings();
        OptionalInt longestSide = OptionalInt.of(Math.max(source.getWidth(), source.getHeight()));
        try (Predictor predictor =
                run.predictor(PluginEngine.get(), inputs.predictor(chosen.spec(), longestSide), source)) {
            Segmenter segmenter = inputs.segmenter(chosen.spec(), predictor);
            facts = run.info(predictor, segmenter.overlap());
            if (!isHeadless()) { // there the facts are printed at the end
                say(predictor.device().toString());
            }
            return new ImageSegmenter(segmenter)
                    .segmentUntilCancelled(source, outputs, progress("Segmenting " + image.getTitle() + ", tile"));
        }
    }

    private void finish(SegmentedImage result, Point corner, List<LabelClass> classes, Optional<RoiManager> manager) {
        if (!result.isComplete()) {
            facts += "Cancelled: yes; what was not reached is 0\n";
            say("Cancelled: what was segmented before is kept.");
        }
        labels = result.image(Output.LABELS).map(this::finished).orElse(null);
        probabilities = result.image(Output.PROBABILITIES).map(this::finished).orElse(null);
        SourceMarks marks = new SourceMarks(image, corner, classes);
        if (overlay) {
            marks.addColours(result.labels());
        }
        TableFile file = new TableFile(tablefile);
        if (rois || table || file.isWanted()) {
            List<NumberedObject> found = NumberedObject.of(result.labels());
            ObjectTables rows = new ObjectTables(image, corner, classes);
            manager.ifPresent(open -> marks.addOutlines(open, found));
            if (table) {
                addRows(found, result, rows);
            }
            file.write(rows.columns(), rows.records(found));
        }
    }

    private ImagePlus finished(ImagePlus result) {
        result.setProperty("Info", facts);
        return open(result);
    }

    private void addRows(List<NumberedObject> found, SegmentedImage result, ObjectTables rows) {
        OpenTable ofObjects = new OpenTable(ObjectTables.OBJECTS);
        rows.addObjects(ofObjects.table(), found);
        objects = ofObjects.table();
        markShown("objects");
        OpenTable ofClasses = new OpenTable(ObjectTables.CLASSES);
        long pixels = result.labels().stream().mapToLong(plane -> plane.size()).sum();
        rows.addClasses(ofClasses.table(), found, pixels);
        ofObjects.show();
        ofClasses.show();
    }

    /** Offers the models by name, and chooses the first where none is chosen. */
    private void listModels() {
        model = offerModels("model", model);
    }

    /** Shows how the axes of the image, else of the active one, are read, or why they cannot be. */
    private void readAxes() {
        ImagePlus active = image == null ? WindowManager.getCurrentImage() : image;
        if (active == null) {
            return;
        }
        try {
            axes = active.getTitle() + ": " + ImagePlanes.of(active).mapping();
        } catch (ImageException e) {
            axes = e.getMessage();
        }
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
