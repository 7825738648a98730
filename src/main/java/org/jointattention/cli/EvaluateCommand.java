package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jointattention.comparison.ScoreDifferences;
import org.jointattention.evaluation.Evaluation;
import org.jointattention.evaluation.EvaluationOptions;
import org.jointattention.evaluation.EvaluationScores;
import org.jointattention.evaluation.ScoreTable;
import org.jointattention.files.CsvFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code joint-attention evaluate}: compares predicted masks with the truth. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compare predicted masks with the truth: Dice, IoU, precision, recall, HD95, ASSD, the F1 score of"
                    + " borders and far false positives per image and class.",
            "Files belong together by their names without extension; pixel values are class ids, 0 is background, and"
                    + " truth pixels of value 255 are ignored.",
            "The folder that 'segment' or 'demo' wrote will do: NAME_labels is the prediction of NAME, and overlays and"
                    + " probabilities are skipped. Each truth needs one prediction; other files are left out with a note."
        },
        footer = {
            "",
            "Masks of 0 and 255 alone, or of 0 and another value from 20 on, are read as 0 and 1, with a note,"
                    + " where the other side or --classes says that there are two classes; in a truth with other ids, 255 is always ignored.",
            "boundary_f1_2px is the F1 score of the borders at a tolerance of 2 pixels; far_fp_20px the share of the image"
                    + " that is wrongly of the class and farther than 20 pixels from all that truly is.",
            "Distances are in pixels (hd95_px, assd_px) and, where the truth or the prediction knows its pixel size, in"
                    + " its unit (hd95, assd).",
            "A class in neither mask scores 1, distances 0; a class in only one of them scores 0, distances the"
                    + " diagonal of the image; the column 'flag' says so.",
            "'pooled' is computed from the counts summed over images, 'mean' is the mean over images.",
            "--baseline shows the mean difference to another segmentation of the same images, such as an older model's, with"
                    + " the 95 %% interval of a bootstrap over images and the p value of a paired randomisation test. How much"
                    + " trainings differ by chance is not in it: for that there is 'compare'."
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--truth", required = true, paramLabel = "DIR", description = "Folder of truth masks.")
    private Path truth;

    @Option(names = "--predicted", required = true, paramLabel = "DIR", description = "Folder of predicted masks.")
    private Path predicted;

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description = "Folder of other predicted masks of the same images, to compare with.")
    private Path baseline;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Table to write.")
    private Path out;

    @Option(
            names = "--classes",
            paramLabel = "N",
            description = "Number of classes with the background, ids 0 to N-1 (default: the ids that occur).")
    private Integer classes;

    @Option(
            names = "--exclude",
            paramLabel = "NAME",
            split = ",",
            description = "Images to leave out, by their names without extension.")
    private List<String> excluded = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "Files at a time; 0 is one a processor (default: 0).")
    private int threads;

    @Override
    public Integer call() {
        EvaluationOptions options = options();
        new CsvFile(out).prepare();
        EvaluationScores scores =
                Evaluation.ofFolders(truth, predicted, options).run();
        Optional<String> differences = Optional.ofNullable(baseline).map(folder -> differences(scores, options));
        ScoreTable table = new ScoreTable(scores);
        table.writeCsv(out);
        scores.notes().forEach(spec.commandLine().getErr()::println);
        PrintWriter console = spec.commandLine().getOut();
        console.print(table.summary());
        differences.ifPresent(text -> console.print("Compared with " + baseline + ":\n" + text));
        console.println("Images: " + scores.images().size() + ". Table: " + out);
        console.flush();
        return 0;
    }

    private String differences(EvaluationScores scores, EvaluationOptions options) {
        EvaluationScores others = Evaluation.ofFolders(truth, baseline, options).run();
        others.notes().forEach(note -> spec.commandLine().getErr().println(baseline + ": " + note));
        return new ScoreDifferences(scores, others).table();
    }

    private EvaluationOptions options() {
        if (threads < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--threads " + threads + ": use 0 (one a processor) or more.");
        }
        EvaluationOptions options = EvaluationOptions.standard()
                .withThreads(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads)
                .withExcluded(excluded);
        return classes == null ? options : withClasses(options);
    }

    private EvaluationOptions withClasses(EvaluationOptions options) {
        if (classes < 2 || classes > EvaluationOptions.MAX_CLASSES) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--classes " + classes + ": use 2 to " + EvaluationOptions.MAX_CLASSES
                            + ", the background included.");
        }
        return options.withClasses(classes);
    }
}
