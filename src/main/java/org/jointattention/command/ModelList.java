package org.jointattention.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointattention.model.CardText;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ListedModel;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelSpec;

/** A list of models for people: what each is, or what is wrong where one cannot be used. */
final class ModelList {
    private final List<Map<String, String>> rows;

    ModelList(List<ListedModel> models) {
        rows = models.stream().map(ModelList::row).collect(Collectors.toList());
    }

    private static Map<String, String> row(ListedModel model) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Model", model.name());
        row.put("Name", model.card().map(ModelCard::name).orElse(""));
        row.put(
                "Channels",
                model.spec().map(spec -> Integer.toString(spec.imageChannels())).orElse(""));
        row.put(
                "Slices",
                model.spec()
                        .filter(spec -> spec.slices() > 1)
                        .map(spec -> Integer.toString(spec.slices()))
                        .orElse(""));
        row.put("Classes", model.spec().map(ModelList::classes).orElse(""));
        row.put(
                "Attention",
                model.spec().map(spec -> spec.attention().toString()).orElse(""));
        row.put("Data", model.card().map(ModelCard::data).orElse(""));
        row.put("Licence", model.card().map(ModelCard::licence).orElse(""));
        row.put("Problem", model.problem().orElse(""));
        row.replaceAll((column, text) -> CardText.printable(text).replaceAll("[\n\t]+", " "));
        return row;
    }

    private static String classes(ModelSpec spec) {
        return spec.classes().stream().map(LabelClass::name).collect(Collectors.joining(", "));
    }

    /** A paragraph a model, without what is empty or said twice. */
    String text() {
        return rows.stream().map(ModelList::paragraph).collect(Collectors.joining("\n\n"));
    }

    private static String paragraph(Map<String, String> row) {
        List<String> lines = new ArrayList<>();
        lines.add(row.get("Model"));
        row.forEach((column, text) -> {
            if (!text.isEmpty() && !text.equals(row.get("Model"))) {
                lines.add(String.format(Locale.ROOT, "  %-10s %s", column.toLowerCase(Locale.ROOT), text));
            }
        });
        return String.join("\n", lines);
    }
}
