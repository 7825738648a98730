package org.jointattention.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jointattention.files.FailureReason;
import org.jointattention.image.ClassArea;
import org.jointattention.model.LabelClass;
import org.jointattention.segmentation.FileResult;

/** A batch as a table: a row for each file, with what each class but the background takes of it. */
public final class BatchSummary {
    private static final int STATUS = 1;

    private final List<LabelClass> classes;
    private final String device;
    private final Map<String, List<String>> earlier;

    /**
     * @param classes of the model, the background first
     * @param device that computed
     */
    public BatchSummary(List<LabelClass> classes, String device) {
        this(new ArrayList<>(classes.subList(1, classes.size())), device, Map.of());
    }

    private BatchSummary(List<LabelClass> foreground, String device, Map<String, List<String>> earlier) {
        this.classes = foreground;
        this.device = device;
        this.earlier = earlier;
    }

    /**
     * Keeps what an earlier run said of files that this one skips without knowing more.
     *
     * @param table that it wrote; one with other columns, of another model, says nothing
     */
    public BatchSummary withEarlier(List<List<String>> table) {
        if (table.isEmpty() || !table.get(0).equals(header())) {
            return this;
        }
        Map<String, List<String>> rows = new HashMap<>(earlier);
        table.subList(1, table.size()).stream().filter(this::isRowOfSuccess).forEach(row -> rows.put(row.get(0), row));
        return new BatchSummary(classes, device, rows);
    }

    private boolean isRowOfSuccess(List<String> row) {
        return row.size() == header().size() && row.get(row.size() - 1).isEmpty();
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
        List<String> known = earlier.get(outcome.file().image().toString());
        if (outcome.isSkipped() && outcome.result().isEmpty() && known != null) {
            List<String> row = new ArrayList<>(known);
            row.set(STATUS, outcome.status());
            return row;
        }
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
        row.add(outcome.device().orElse(device));
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
