package org.jointattention.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engine;
import org.jointattention.image.RoiKey;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.training.Flips;
import org.jointattention.training.PlanRequest;
import org.jointattention.training.PlanRequestBuilder;
import org.jointattention.training.Split;
import org.jointattention.training.Training;
import org.jointattention.training.TrainingPlan;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Trains a model on folders, open images, or ROIs; with windows, its progress is shown live. */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "Train Model...",
        initializer = "listChoices",
        description =
                "Train a segmentation network on images with labels or ROIs. What is left automatic is derived from"
                        + " the data, and said with its reason.")
public final class TrainModel extends JointAttentionCommand {
    @Parameter(
            label = "Learn from",
            choices = {TrainingSource.FOLDERS, TrainingSource.OPEN_IMAGES, TrainingSource.ROIS},
            description = "Folders of images and masks, open images with their label images, or open images with ROIs;"
                    + " pixels without a ROI are ignored then, so label some background, too.")
    private String source = TrainingSource.FOLDERS;

    @Parameter(
            label = "Images (folder)",
            required = false,
            persist = false,
            style = FileWidget.DIRECTORY_STYLE,
            description = "Folder of training images.")
    private File images = new File("");

    @Parameter(
            label = "Masks (folder)",
            required = false,
            persist = false,
            style = FileWidget.DIRECTORY_STYLE,
            description =
                    "Folder of their masks, of the same names. Pixels are class numbers from 0; 255 is unlabelled,"
                            + " but masks of 0 and 255 alone are background and foreground.")
    private File masks = new File("");

    @Parameter(
            label = "Image (open)",
            required = false,
            persist = false,
            description = "An open image, or all: each image X with its label image X_labels, or each with ROIs.")
    private String picture = OpenImages.ALL;

    @Parameter(
            label = "Labels (open)",
            required = false,
            persist = false,
            description = "The label image of the image chosen.")
    private String truth = OpenImages.BY_TITLE;

    @Parameter(
            label = "ROIs: class by",
            choices = {Choice.NAME, Choice.GROUP, Choice.COLOUR},
            description = LabelsFromRois.ASSIGN)
    private String assign = Choice.NAME;

    @Parameter(
            label = "ROIs of",
            choices = {RoiOrigin.OVERLAY, RoiOrigin.MANAGER},
            description = LabelsFromRois.ORIGIN)
    private String origin = RoiOrigin.OVERLAY;

    @Parameter(
            label = "Save model as",
            required = false,
            persist = false,
            style = FileWidget.SAVE_STYLE,
            description =
                    "The .zip file to write. A name alone, or nothing, is for the folder of your models, where other"
                            + " commands list it.")
    private File saveas = new File("");

    @Parameter(
            label = "Mode",
            choices = {TrainingStart.NEW, TrainingStart.RESUME, TrainingStart.FINE_TUNE},
            description =
                    "new: from random weights. resume: go on from the checkpoint beside the model file, with the same"
                            + " settings; more steps or minutes prolong it. fine-tune: start from another model's weights.")
    private String mode = TrainingStart.NEW;

    @Parameter(
            label = "Model to fine-tune",
            required = false,
            persist = false,
            description = "The model to start from. Network, channels, normalisation and scale are its own.")
    private String model = Choice.NONE;

    @Parameter(
            label = "Model file to fine-tune",
            required = false,
            persist = false,
            style = FileWidget.OPEN_STYLE,
            description = "A model file (.zip) to start from, instead of the model by name; empty for none.")
    private File modelfile = new File("");

    @Parameter(
            label = "Classes",
            required = false,
            description = "Their number, or their names, the background's first: background, nucleus. Empty: found from"
                    + " the labels. For ROIs, a class may be written NAME=KEY, such as nucleus=yellow.")
    private String classes = "";

    @Parameter(
            label = "Network size",
            choices = {NetworkInputs.AUTOMATIC, NetworkInputs.SMALL, NetworkInputs.BASE},
            description = "small (0.35 million weights) is for a CPU, base (1.3 million) for a GPU.")
    private String preset = NetworkInputs.AUTOMATIC;

    @Parameter(
            label = "Network",
            choices = {NetworkInputs.AUTOMATIC, "denseunet", "unet", "unetplusplus", "unetplusplus:deep", "nonlocalunet"
            },
            description = "The backbone; automatic is denseunet.")
    private String backbone = NetworkInputs.AUTOMATIC;

    @Parameter(
            label = "Attention",
            choices = {
                NetworkInputs.AUTOMATIC,
                "joint@bottleneck",
                "joint:competitive@bottleneck",
                "joint:slim@bottleneck",
                "joint:competitive-slim@bottleneck",
                "self@bottleneck",
                "self:slim@bottleneck",
                "pointwise@bottleneck",
                "sequential@bottleneck",
                "sequential:slim@bottleneck",
                "cbam@bottleneck",
                "cbam:channel@bottleneck",
                "cbam:spatial@bottleneck",
                "nonlocal@bottleneck",
                "nonlocal:pooled@bottleneck",
                "nonlocal:dot@bottleneck",
                "dual@bottleneck",
                "generalized@bottleneck",
                "generalized:0010@bottleneck",
                "psa@bottleneck",
                "psa:collect@bottleneck",
                "psa:distribute@bottleneck",
                "aggregation@bottleneck",
                "gate@skip0,skip1,skip2",
                Choice.NONE
            },
            description = "What the network looks at beside its neighbourhood; automatic is joint attention.")
    private String attention = NetworkInputs.AUTOMATIC;

    @Parameter(
            label = "Slices seen at once",
            min = "1",
            max = "15",
            stepSize = "2",
            description = "Neighbouring slices of a stack that the network sees with each one: 1, 3, 5, ... 15.")
    private int slices = 1;

    @Parameter(
            label = "Minutes (0: by the data)",
            min = "0",
            max = "100000",
            description = "Time to train; 0 leaves it to the data.")
    private double minutes = 15;

    @Parameter(
            label = "Steps (0: minutes count)",
            min = "0",
            max = "10000000",
            description = "Number of steps instead of minutes: repeatable to the bit. 0: the minutes count.")
    private int steps = 0;

    @Parameter(
            label = "Patch (0: derived)",
            min = "0",
            max = "2048",
            description = "Side of a training patch in pixels; 0: derived.")
    private int patch = 0;

    @Parameter(label = "Batch (0: derived)", min = "0", max = "1024", description = "Patches a step; 0: derived.")
    private int batch = 0;

    @Parameter(
            label = "Flips",
            choices = {NetworkInputs.AUTOMATIC, Choice.NONE, Choice.LEFT_RIGHT, Choice.ALL},
            description = "Flips of images in training; all includes turns; automatic are those that the images admit.")
    private String flips = NetworkInputs.AUTOMATIC;

    @Parameter(
            label = "Learning rate (0: usual)",
            min = "0",
            max = "1",
            stepSize = "0.001",
            description = "Its peak; 0: the usual one.")
    private double learningrate = 0;

    @Parameter(
            label = "Validation share",
            min = "0",
            max = "0.5",
            stepSize = "0.05",
            description = "Share of the images held out to choose the best weights.")
    private double validation = 0.2;

    @Parameter(label = "Seed", description = "Of all that is random.")
    private int seed = 1;

    @Parameter(
            label = "Preview every",
            min = "0",
            max = "1000000",
            description = "Steps from one preview in the live window to the next; 0: at validations alone.")
    private int preview = 100;

    @Parameter(
            label = "Device",
            choices = {Choice.AUTO, Choice.CPU, Choice.GPU},
            description = InferenceInputs.DEVICE)
    private String device = Choice.AUTO;

    @Parameter(label = "Threads (0: all)", min = "0", max = "1024", description = InferenceInputs.THREADS)
    private int threads = 0;

    @Parameter(label = "Description", required = false, description = "For the model's card: what it is for.")
    private String description = "";

    @Parameter(type = ItemIO.OUTPUT, label = "Train Model", description = "The model's file, its Dice, the device.")
    private String info;

    /** Called by SciJava before a dialog is shown. */
    void listChoices() {
        List<String> titles = new OpenImages().titles();
        choices("picture", OpenImages.ALL, titles);
        choices("truth", OpenImages.BY_TITLE, titles);
        choices("model", Choice.NONE, new ModelChoice().names());
    }

    private void choices(String input, String first, List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.add(0, first);
        offerChoices(input, all);
    }

    @Override
    protected void compute() {
        checkChoices();
        TrainingSource data = source();
        TrainingStart start = new TrainingStart(mode, saveas, model, modelfile);
        Path file = start.file(data.name());
        Optional<Model> from = start.model(file);
        if (from.isPresent() && network().isChosen()) {
            say("Network, its size and attention are those of the model that is fine-tuned.");
        }
        request(data, from, false).check();
        data.notes().forEach(this::say);
        Engine engine = PluginEngine.get();
        DeviceChoice wanted = Choice.device(device);
        boolean gpu = wanted == DeviceChoice.GPU || wanted == DeviceChoice.AUTO && engine.hasGpu(threads);
        PlanRequest request = request(data, from, gpu);
        Split split = data.load(request);
        TrainingPlan plan = TrainingPlan.of(split, request);
        Training training = new Training(engine, plan, split, card(file), file)
                .withDevice(wanted)
                .withThreads(threads);
        TrainingRun run = new TrainingRun(training, plan, file, log()::info);
        CommandProgress progress = progress("Training, step");
        if (!plan.steps().isPresent()) {
            progress.sayInPercent("Training");
        }
        info = run.run(start.resumes(), preview, progress, !isHeadless());
    }

    private void checkChoices() {
        source = Choice.of("source", source, TrainingSource.FOLDERS, TrainingSource.OPEN_IMAGES, TrainingSource.ROIS);
        assign = Choice.of("assign", assign, Choice.NAME, Choice.GROUP, Choice.COLOUR);
        origin = Choice.of("origin", origin, RoiOrigin.OVERLAY, RoiOrigin.MANAGER);
        mode = Choice.of("mode", mode, TrainingStart.NEW, TrainingStart.RESUME, TrainingStart.FINE_TUNE);
        preset = Choice.of("preset", preset, NetworkInputs.AUTOMATIC, NetworkInputs.SMALL, NetworkInputs.BASE);
        device = Choice.of("device", device, Choice.AUTO, Choice.CPU, Choice.GPU);
        Choice.flips(flips);
        attention = NetworkInputs.listedOrNot(attention);
        backbone = NetworkInputs.listedOrNot(backbone);
    }

    private TrainingSource source() {
        switch (source) {
            case TrainingSource.OPEN_IMAGES:
                return TrainingSource.openImages(picture, truth, classes);
            case TrainingSource.ROIS:
                return TrainingSource.rois(picture, new RoiOrigin(origin), RoiKey.parse(assign), classes);
            default:
                return TrainingSource.folders(images, masks, classes);
        }
    }

    private NetworkInputs network() {
        return new NetworkInputs(preset, backbone, attention, slices);
    }

    private PlanRequest request(TrainingSource data, Optional<Model> from, boolean gpu) {
        PlanRequestBuilder request = PlanRequest.builder()
                .gpu(gpu)
                .classNames(data.classNames().orElse(null))
                .steps(steps > 0 ? steps : null)
                .minutes(steps == 0 && minutes > 0 ? minutes : null)
                .patch(patch > 0 ? patch : null)
                .batch(batch > 0 ? batch : null)
                .symmetries(Choice.flips(flips).map(Flips::symmetries).orElse(null))
                .learningRate(learningrate > 0 ? learningrate : null)
                .validationFraction(validation)
                .seed((long) seed);
        return from.map(request::start)
                .orElseGet(() -> network().addTo(request))
                .build();
    }

    private ModelCard card(Path file) {
        String name = file.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
        return new ModelCard(name, description, "", "", "", MacroLine.of("Train Model...", this), Map.of());
    }
}
