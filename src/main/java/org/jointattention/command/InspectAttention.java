package org.jointattention.command;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.macro.Interpreter;
import java.awt.Point;
import java.io.File;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.Predictor;
import org.jointattention.image.CurrentPlane;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.HeatImages;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.LabelNames;
import org.jointattention.model.Model;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.AttentionRow;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.ModelRun;
import org.jointattention.segmentation.PlaneAttention;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.window.AttentionWindow;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Shows what a model's attention does in an image: the gate, and where the network looked for a pixel. */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "Inspect Attention...",
        description =
                "Shows the attention of a model in the current plane of an image: the point-wise gate, and where the"
                        + " network looked for a pixel.")
public final class InspectAttention extends JointAttentionCommand {
    private static final String GATE = "Gate";
    private static final String ROW = "Row";
    private static final String BOTH = "Both";

    @Parameter(label = "Image", required = false, description = "Its current plane is looked at; it is not changed.")
    private ImagePlus image;

    @Parameter(label = "Model", required = false, initializer = "listModels", description = InferenceInputs.MODEL)
    private String model = "";

    @Parameter(
            label = "Model file",
            required = false,
            persist = false,
            style = FileWidget.OPEN_STYLE,
            description = InferenceInputs.MODEL_FILE)
    private File modelfile = new File("");

    @Parameter(
            label = "Block",
            required = false,
            description =
                    "The attention block to look into, such as bottleneck or skip1; empty for the model's first. The"
                            + " log names the blocks of the model.")
    private String block = "";

    @Parameter(
            label = "Show",
            choices = {GATE, ROW, BOTH},
            description = "The gate: how much each position keeps of itself. The row: where the network looked for one"
                    + " pixel. Or both, as far as the block has them.")
    private String show = BOTH;

    @Parameter(
            label = "Pixel x",
            min = "-1",
            persist = false,
            description = "Column of the pixel whose row is shown; -1 for the point selection, else the middle.")
    private int pointx = -1;

    @Parameter(
            label = "Pixel y",
            min = "-1",
            persist = false,
            description = "Row of the pixel whose row is shown; -1 for the point selection, else the middle.")
    private int pointy = -1;

    @Parameter(
            label = "Follow the mouse",
            description =
                    "Opens a picture of the image that shows live where the network looked for the pixel under the"
                            + " mouse. Without windows, or in batch mode, it is left out.")
    private boolean follow;

    @Parameter(
            label = "Device",
            choices = {Choice.AUTO, Choice.CPU, Choice.GPU},
            description = InferenceInputs.DEVICE)
    private String device = Choice.AUTO;

    @Parameter(label = "Threads (0: all)", min = "0", description = InferenceInputs.THREADS)
    private int threads;

    @Parameter(type = ItemIO.OUTPUT, label = "Gate", description = "The gate D in 32 bits, as large as the image.")
    private ImagePlus gate;

    @Parameter(
            type = ItemIO.OUTPUT,
            label = "Attention",
            description = "The row of P in 32 bits, as large as the image: each pixel's share, 1 together.")
    private ImagePlus map;

    /** Offers the models by name, and chooses the first where none is chosen. */
    private void listModels() {
        model = offerModels("model", model);
    }

    @Override
    protected void compute() {
        show = Choice.of("show", show, GATE, ROW, BOTH);
        ImagePlus source = OpenImages.orActive(image);
        ModelChoice choice = new ModelChoice();
        Model chosen = choice.resolve(model, modelfile);
        ModelRun run = new ModelRun(choice.reference(model, modelfile), chosen);
        FloatPlane plane = ImagePlanes.of(source, chosen.spec()).read(CurrentPlane.index(source));
        Predictor predictor = predictor(run, chosen.spec(), plane);
        boolean inWindow = false;
        try {
            PlaneAttention attention = new PlaneAttention(chosen.spec(), predictor, plane.view());
            AttentionBlock looked = attention.block(block);
            say("Attention blocks: "
                    + attention.blocks().stream().map(AttentionBlock::toString).collect(Collectors.joining(", ")) + "; "
                    + predictor.device());
            if (follow && !isHeadless() && !Interpreter.isBatchMode()) {
                openWindow(source, attention, looked, predictor);
                inWindow = true;
            } else {
                int overlap = new Segmenter(chosen.spec(), predictor).overlap();
                images(source, attention, looked, run.info(predictor, overlap));
            }
        } finally {
            if (!inWindow) {
                predictor.close();
            }
        }
    }

    private Predictor predictor(ModelRun run, ModelSpec spec, FloatPlane plane) {
        InferenceSettings inputs = new InferenceInputs(0, -1, Choice.NONE, Choice.FLOAT32, device, threads).settings();
        OptionalInt longestSide = OptionalInt.of(Math.max(plane.width(), plane.height()));
        return run.predictor(PluginEngine.get(), inputs.predictor(spec, longestSide));
    }

    /** The window closes the predictor when it is closed. */
    private void openWindow(ImagePlus source, PlaneAttention attention, AttentionBlock looked, Predictor predictor) {
        Point point = point(source);
        ImagePlus picture = CurrentPlane.picture(LabelNames.title(source, "-attention"), source);
        new AttentionWindow(source, picture, attention, predictor::close).open(looked, point.x, point.y);
    }

    private void images(ImagePlus source, PlaneAttention attention, AttentionBlock looked, String info) {
        String of = info + "Image: " + source.getTitle() + "\nBlock: " + looked + "\n";
        if (isShown(GATE, looked.hasGate())) {
            FloatPlane values = attention.gate(looked, progress("Gate of " + source.getTitle() + ", tile"));
            gate = HeatImages.of(LabelNames.title(source, "-gate"), source, values);
            gate.setProperty("Info", of);
            open(gate);
        }
        if (isShown(ROW, looked.hasRows())) {
            Point point = point(source);
            AttentionRow row = attention.row(looked, point.x, point.y);
            FloatPlane values = row.map();
            map = HeatImages.of(LabelNames.title(source, "-attention"), source, values);
            map.setProperty("Info", of + about(row, point));
            open(map);
        }
    }

    private boolean isShown(String part, boolean there) {
        return show.equals(part) || show.equals(BOTH) && there;
    }

    private static String about(AttentionRow row, Point point) {
        return String.format(
                Locale.ROOT,
                "Point: %d, %d\nPosition in the block: %d, %d\nWeight of P: %.4f\nTile: x=%d y=%d width=%d height=%d\n",
                point.x,
                point.y,
                row.gridX(),
                row.gridY(),
                row.weight(),
                row.bounds().x,
                row.bounds().y,
                row.bounds().width,
                row.bounds().height);
    }

    private Point point(ImagePlus source) {
        if (pointx >= 0 && pointy >= 0) {
            return new Point(pointx, pointy);
        } else if (pointx >= 0 || pointy >= 0) {
            throw new CommandException("Give both pointx and pointy, or neither for the point selection.");
        }
        Roi roi = source.getRoi();
        if (roi instanceof PointRoi) {
            return roi.getContainedPoints()[0];
        }
        return new Point(source.getWidth() / 2, source.getHeight() / 2);
    }
}
