package org.jointattention.command;

import java.io.File;
import java.util.OptionalInt;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.engine.Predictor;
import org.jointattention.model.Model;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.ModelRun;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Segmenter;
import org.scijava.Cancelable;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Segments one ImgLib2 image: for scripts, and where there is no ImageJ 1. It has no menu entry, and a failure is
 * always a {@link CommandException}.
 */
@Plugin(
        type = Command.class,
        label = "Segment Image (ImgLib2)",
        visible = false,
        description =
                "For scripts: segment one image with the axes x, y or x, y, channel. Of images with more axes, pass"
                        + " one slice of one frame at a time, such as Views.hyperSlice(image, 3, t).")
public final class SegmentImg implements Command, Cancelable {
    @Parameter
    private LogService log;

    @Parameter
    private StatusService status;

    @Parameter(
            label = "Pixels",
            description = "Real numbers with the axes x, y or x, y, channel; they are not changed.")
    private RandomAccessibleInterval<? extends RealType<?>> pixels;

    @Parameter(label = "Model", required = false, description = InferenceInputs.MODEL)
    private String model = "";

    @Parameter(label = "Model file", required = false, persist = false, description = InferenceInputs.MODEL_FILE)
    private File modelfile = new File("");

    @Parameter(
            label = "Output",
            required = false,
            choices = {OutputChoice.LABELS, OutputChoice.PROBABILITIES, OutputChoice.BOTH},
            description = "The class of each pixel, the probability of each class, or both.")
    private String output = OutputChoice.LABELS;

    @Parameter(label = "Tile", required = false, min = "0", description = InferenceInputs.TILE)
    private int tile;

    @Parameter(label = "Overlap", required = false, min = "-1", description = InferenceInputs.OVERLAP)
    private int overlap = -1;

    @Parameter(
            label = "Augment",
            required = false,
            choices = {Choice.NONE, Choice.FLIPS, Choice.FULL},
            description = InferenceInputs.AUGMENT)
    private String augment = Choice.NONE;

    @Parameter(
            label = "Precision",
            required = false,
            choices = {Choice.AUTO, Choice.FLOAT32, Choice.BFLOAT16},
            description = InferenceInputs.PRECISION)
    private String precision = Choice.AUTO;

    @Parameter(
            label = "Device",
            required = false,
            choices = {Choice.AUTO, Choice.CPU, Choice.GPU},
            description = InferenceInputs.DEVICE)
    private String device = Choice.AUTO;

    @Parameter(label = "Threads", required = false, min = "0", description = InferenceInputs.THREADS)
    private int threads;

    @Parameter(type = ItemIO.OUTPUT, label = "Labels", description = "The index of the most probable class; axes x, y.")
    private Img<UnsignedByteType> labels;

    @Parameter(type = ItemIO.OUTPUT, label = "Probabilities", description = "Axes x, y, class.")
    private Img<FloatType> probabilities;

    @Parameter(type = ItemIO.OUTPUT, label = "Info", description = "Model, device, precision, tile.")
    private String info;

    private volatile boolean cancelled;
    private String reason;

    @Override
    public void run() {
        try {
            compute();
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            log.debug(e);
            throw new CommandException(new CommandFailure(e).message(), e);
        } finally {
            status.clearStatus();
        }
    }

    private void compute() {
        Set<Output> outputs = OutputChoice.outputs(output);
        ModelChoice choice = new ModelChoice();
        Model chosen = choice.resolve(model, modelfile);
        ImgPlane plane = ImgPlane.of(pixels, chosen.spec());
        InferenceSettings inputs = new InferenceInputs(tile, overlap, augment, precision, device, threads).settings();
        ModelRun run = new ModelRun(choice.reference(model, modelfile), chosen);
        OptionalInt longestSide = OptionalInt.of(Math.max(plane.width(), plane.height()));
        try (Predictor predictor = run.predictor(PluginEngine.get(), inputs.predictor(chosen.spec(), longestSide))) {
            Segmenter segmenter = inputs.segmenter(chosen.spec(), predictor);
            info = run.info(predictor, segmenter.overlap());
            log.info(predictor.device());
            plane.segment(
                    segmenter,
                    outputs,
                    new CommandProgress("Segmenting, tile", new StatusLine(status), this::isCanceled));
        }
        labels = plane.labels().orElse(null);
        probabilities = plane.probabilities().orElse(null);
    }

    @Override
    public boolean isCanceled() {
        return cancelled;
    }

    @Override
    public void cancel(String why) {
        cancelled = true;
        reason = why;
    }

    @Override
    public String getCancelReason() {
        return reason;
    }
}
