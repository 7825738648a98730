package org.jointattention.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jointattention.files.FailureReason;
import org.jointattention.image.ClassArea;
import org.jointattention.model.LabelClass;
import org.jointattention.segmentation.FileResult;

/** A batch as a table: a row for each file, with what each class but the background takes of it. */
public final class BatchSummary {
    private final List<LabelClass> classes;
    private final String device;

    /**
     * @param classes of the model, the background first
     * @param device that computed
     */
    public BatchSummary(List<LabelClass> classes, String device) {
        this.classes = new ArrayList<>(classes.subList(1, classes.size()));
        this.device = device;
    }

    /** The names of the columns. */
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("file", "status", "seconds"));
        for (LabelClass labelClass : classes) {
            header.add(labelClass.name() + " objects");
            header.add(labelClass.name() + " pixels");
        }
        header.add("device");
        header.add("error");
        return header;
    }

    /** A value for each column, the same for all languages; empty where there is none. */
    public List<String> row(FileOutcome outcome) {
        List<String> row = new ArrayList<>();
        row.add(outcome.file().image().toString());
        row.add(outcome.status());
        row.add(String.format(Locale.ROOT, "%.3f", outcome.seconds()));
        Optional<FileResult> result = outcome.result();
        for (int c = 0; c < classes.size(); c++) {
            int place = c;
            Optional<ClassArea> area = result.map(r -> r.areas().get(place));
            row.add(area.map(a -> Long.toString(a.objects())).orElse(""));
            row.add(area.map(a -> Long.toString(a.pixels())).orElse(""));
        }
        row.add(device);
        row.add(outcome.failure().map(FailureReason::of).orElse(""));
        return row;
    }

    /** Header and rows. */
    public List<List<String>> table(List<FileOutcome> outcomes) {
        List<List<String>> table = new ArrayList<>();
        table.add(header());
        outcomes.forEach(outcome -> table.add(row(outcome)));
        return table;
    }
}
