package org.jointattention.command;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jointattention.evaluation.ErrorStack;
import org.jointattention.evaluation.Evaluation;
import org.jointattention.evaluation.EvaluationOptions;
import org.jointattention.evaluation.EvaluationProgress;
import org.jointattention.evaluation.EvaluationScores;
import org.jointattention.evaluation.ScoreResults;
import org.jointattention.evaluation.ScoreTable;
import org.jointattention.files.CancelledException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Compares predictions with the truth: a table of scores, and pictures of the errors. */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "Evaluate Segmentation...",
        description =
                "Compares predicted labels with the truth: Dice, IoU, precision, recall, HD95 and ASSD of each class"
                        + " in each image, pooled and mean. 255 in the truth is ignored.")
public final class EvaluateSegmentation extends JointAttentionCommand {
    /** The title of the table, which further runs are added to while it is open. */
    static final String TABLE = "Joint Attention evaluation";

    private static final String IMAGES = "Images";
    private static final String FOLDERS = "Folders";

    @Parameter(
            label = "Compare",
            choices = {IMAGES, FOLDERS},
            description = "Two open label images or stacks, or the label images of two folders with the same names.")
    private String source = IMAGES;

    @Parameter(
            label = "Truth",
            required = false,
            persist = false,
            initializer = "listImages",
            description = "The open image of true labels: 0 is background, 255 is ignored.")
    private String truth = "";

    @Parameter(
            label = "Prediction",
            required = false,
            persist = false,
            description = "The open image of predicted labels, as large as the truth.")
    private String predicted = "";

    @Parameter(
            label = "Truth folder",
            required = false,
            persist = false,
            style = FileWidget.DIRECTORY_STYLE,
            description = "Where folders are compared: the images of true labels.")
    private File truthfolder = new File("");

    @Parameter(
            label = "Prediction folder",
            required = false,
            persist = false,
            style = FileWidget.DIRECTORY_STYLE,
            description = "Where folders are compared: the predicted labels, named as the truth or NAME_labels.")
    private File predictedfolder = new File("");

    @Parameter(
            label = "Show errors",
            description =
                    "Also makes an image of the errors: false positives orange, false negatives sky blue, confused"
                            + " classes yellow, right pixels white, ignored ones grey.")
    private boolean errors;

    @Parameter(
            label = "Save table as",
            required = false,
            persist = false,
            style = FileWidget.SAVE_STYLE,
            description = TableFile.DESCRIPTION)
    private File tablefile = new File("");

    @Parameter(
            type = ItemIO.OUTPUT,
            label = TABLE,
            description = "A row for each class of each image, pooled and mean.")
    private ResultsTable scores;

    @Parameter(type = ItemIO.OUTPUT, label = "Errors", description = "Where prediction and truth differ.")
    private ImagePlus overlay;

    /** Initializer; the active image is the likelier prediction. */
    private void listImages() {
        List<String> titles = new OpenImages().titles();
        ImagePlus active = WindowManager.getCurrentImage();
        if (titles.isEmpty()) {
            titles = List.of("");
        }
        List<String> predictions = new ArrayList<>(titles);
        List<String> truths = new ArrayList<>(titles);
        if (active != null && predictions.remove(active.getTitle())) {
            predictions.add(0, active.getTitle());
            truths.remove(active.getTitle());
            truths.add(active.getTitle());
        }
        offerChoices("truth", truths);
        offerChoices("predicted", predictions);
    }

    @Override
    protected void compute() {
        source = Choice.of("source", source, IMAGES, FOLDERS);
        TableFile file = new TableFile(tablefile);
        file.prepare();
        Evaluation evaluation = evaluation();
        EvaluationScores found = evaluation.run(untilCancelled("Compare images"));
        found.notes().forEach(this::say);
        ScoreTable table = new ScoreTable(found);
        log().info(table.summary());
        file.write(table.columns(), table.records());
        OpenTable results = new OpenTable(TABLE);
        ScoreResults.append(table, results.table());
        results.show();
        scores = results.table();
        markShown("scores");
        if (errors) {
            overlay = open(errorImage(evaluation, found));
        }
    }

    private EvaluationProgress untilCancelled(String what) {
        CommandProgress progress = progress(what);
        progress.sayInPercent(what);
        return (done, of) -> {
            if (progress.cancelled()) {
                throw new CancelledException("The evaluation was cancelled.");
            }
            progress.update(done, of);
        };
    }

    private Evaluation evaluation() {
        EvaluationOptions options =
                EvaluationOptions.standard().withThreads(Runtime.getRuntime().availableProcessors());
        if (source.equals(FOLDERS)) {
            return Evaluation.ofFolders(folder("truth", truthfolder), folder("prediction", predictedfolder), options);
        }
        return Evaluation.ofImages(image("truth", truth), image("predicted", predicted), options);
    }

    private static ImagePlus image(String what, String title) {
        if (title.trim().isEmpty()) {
            throw new CommandException("Choose the " + what + " image: none is named.");
        }
        return new OpenImages().get(title);
    }

    private static Path folder(String what, File folder) {
        return ChosenFile.require(folder, "Choose the " + what + " folder: none is named.");
    }

    private ImagePlus errorImage(Evaluation evaluation, EvaluationScores found) {
        boolean folders = source.equals(FOLDERS);
        String name = folders ? predictedfolder.getName() : predicted;
        ImagePlus image = evaluation.errors(untilCancelled("Draw errors")).toImage(name + "-errors");
        List<String> info = new ArrayList<>();
        info.add("Truth: " + (folders ? truthfolder : truth));
        info.add("Prediction: " + (folders ? predictedfolder : predicted));
        info.addAll(found.notes());
        info.add(ErrorStack.legend());
        image.setProperty("Info", String.join("\n", info));
        return image;
    }
}
