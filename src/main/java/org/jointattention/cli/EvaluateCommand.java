package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jointattention.evaluation.CsvFile;
import org.jointattention.evaluation.EvaluationOptions;
import org.jointattention.evaluation.FolderEvaluation;
import org.jointattention.evaluation.FolderScores;
import org.jointattention.evaluation.ScoreTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code joint-attention evaluate}: compares predicted masks with the truth. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compare predicted masks with the truth: Dice, IoU, precision, recall, HD95 and ASSD per image and class.",
            "Files belong together by their names without extension; pixel values are class ids, 0 is background, and"
                    + " truth pixels of value 255 are ignored."
        },
        footer = {
            "",
            "Distances are in pixels (hd95_px, assd_px) and, where the truth or the prediction knows its pixel size, in"
                    + " its unit (hd95, assd).",
            "A class in neither mask scores 1, distances 0; a class in only one of them scores 0, distances the"
                    + " diagonal of the image; the column 'flag' says so.",
            "'pooled' is computed from the counts summed over images, 'mean' is the mean over images."
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--truth", required = true, paramLabel = "DIR", description = "Folder of truth masks.")
    private Path truth;

    @Option(names = "--predicted", required = true, paramLabel = "DIR", description = "Folder of predicted masks.")
    private Path predicted;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Table to write.")
    private Path out;

    @Option(
            names = "--classes",
            paramLabel = "N",
            description = "Number of classes with the background, ids 0 to N-1. Default: the ids that occur.")
    private Integer classes;

    @Option(names = "--threads", paramLabel = "N", description = "Files at a time. Default: one a processor.")
    private Integer threads;

    @Override
    public Integer call() {
        EvaluationOptions options = options();
        new CsvFile(out).prepare();
        FolderScores scores = new FolderEvaluation(truth, predicted, options).run();
        ScoreTable table = new ScoreTable(scores);
        table.writeCsv(out);
        PrintWriter console = spec.commandLine().getOut();
        console.print(table.summary());
        console.println("Images: " + scores.images().size() + ". Table: " + out);
        console.flush();
        return 0;
    }

    private EvaluationOptions options() {
        EvaluationOptions options = EvaluationOptions.standard()
                .withThreads(threads == null ? Runtime.getRuntime().availableProcessors() : threads);
        return classes == null ? options : options.withClasses(classes);
    }
}
