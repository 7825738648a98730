package org.jointattention.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jointattention.files.FailureReason;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.ModelException;
import org.jointattention.model.YamlDocument;
import org.jointattention.model.YamlSection;
import org.jointattention.training.ClassList;
import org.jointattention.training.PlanException;
import org.jointattention.training.Preset;

/** Reads a comparison's plan from a YAML file; docs/comparing.md explains the keys. */
public final class PlanFile {
    private static final double TOLERANCE = 0.05;

    private final Path file;
    private final Path root;

    /** @param root the folder that the folders of data sets are relative to */
    public PlanFile(Path file, Path root) {
        this.file = file;
        this.root = root;
    }

    /** @throws ComparisonException naming the file, the key, what was expected and what was found */
    public ComparisonPlan read() {
        try {
            return plan(YamlDocument.parse(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new ComparisonException("The plan " + file + " cannot be read: " + FailureReason.of(e), e);
        } catch (ModelException | PlanException e) {
            throw new ComparisonException("The plan " + file + ": " + e.getMessage(), e);
        }
    }

    private ComparisonPlan plan(YamlSection top) {
        top.allow(
                "title",
                "preset",
                "backbones",
                "attentions",
                "reference",
                "contrasts",
                "seeds",
                "tolerance",
                "metrics",
                "training",
                "data");
        List<String> attentions = attentions(top, "attentions");
        String reference = top.has("reference") ? attention(top.text("reference")) : attentions.get(0);
        double tolerance = top.has("tolerance") ? top.number("tolerance") : TOLERANCE;
        if (!(tolerance > 0 && tolerance <= 1)) {
            throw new ModelException("tolerance: expected a share from above 0 to 1; found " + tolerance + ".");
        }
        List<ComparedData> data = new ArrayList<>();
        for (YamlSection section : top.sections("data")) {
            data.add(data(section, top, attentions));
        }
        ComparisonPlan plan = new ComparisonPlan(
                top.textOr("title", "Comparison"),
                Preset.parse(top.textOr("preset", "small")),
                top.has("backbones") ? some(top, "backbones") : List.of("denseunet"),
                reference,
                top.has("contrasts") ? attentions(top, "contrasts") : List.of(),
                tolerance,
                metrics(top),
                data);
        check(plan);
        return plan;
    }

    private static List<String> metrics(YamlSection top) {
        if (!top.has("metrics")) {
            return ReportMetric.keys();
        }
        List<String> chosen = some(top, "metrics");
        if (!ReportMetric.keys().containsAll(chosen)) {
            throw top.wrong("metrics", "some of " + String.join(", ", ReportMetric.keys()), String.join(", ", chosen));
        }
        return chosen;
    }

    private ComparedData data(YamlSection section, YamlSection top, List<String> attentions) {
        section.allow("name", "folder", "classes", "exclude", "attentions", "seeds", "training");
        return new ComparedData(
                section.text("name"),
                root.resolve(section.textOr("folder", section.text("name"))),
                section.has("classes")
                        ? Optional.of(ClassList.parse(String.join(",", some(section, "classes"))))
                        : Optional.empty(),
                section.has("exclude") ? some(section, "exclude") : List.of(),
                section.has("attentions") ? attentions(section, "attentions") : attentions,
                seeds(section.has("seeds") ? section : top),
                choices(section).over(choices(top)));
    }

    private static TrainingChoices choices(YamlSection section) {
        return section.has("training") ? TrainingChoices.of(section.section("training")) : TrainingChoices.NONE;
    }

    private static List<Long> seeds(YamlSection section) {
        List<Long> seeds = new ArrayList<>();
        for (String text : some(section, "seeds")) {
            try {
                seeds.add(Long.valueOf(text));
            } catch (NumberFormatException e) {
                throw section.wrong("seeds", "whole numbers", text);
            }
        }
        return seeds;
    }

    private static List<String> attentions(YamlSection section, String key) {
        List<String> attentions = new ArrayList<>();
        some(section, key).forEach(text -> attentions.add(attention(text)));
        return attentions;
    }

    /** With its places, so that {@code joint} and {@code joint@bottleneck} are the same cell. */
    private static String attention(String text) {
        return AttentionSpec.parse(text).toString();
    }

    private static List<String> some(YamlSection section, String key) {
        List<String> values = section.list(key);
        if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
            throw section.wrong(
                    key, "a list with each value once", values.isEmpty() ? null : String.join(", ", values));
        }
        return values;
    }

    /** Trainings of days, and then nothing to compare them with, would be a pity. */
    private static void checkCompared(ComparisonPlan plan, String key, String attention) {
        if (plan.data().stream().noneMatch(set -> set.attentions().contains(attention))) {
            throw new ModelException(
                    key + ": expected one of the plan's attentions; " + attention + " is none of them.");
        }
    }

    private static void check(ComparisonPlan plan) {
        Set<String> folders = new HashSet<>();
        for (Cell cell : plan.cells()) {
            if (!folders.add(cell.folder())) {
                throw new ModelException("Two cells have the folder " + cell.folder()
                        + ": give data sets and attentions names that differ by more than signs, each once.");
            }
        }
        for (ComparedData set : plan.data()) {
            if (!set.choices().hasSteps()) {
                throw new ModelException("The key training.steps is missing for " + set.name()
                        + "; expected a number of steps, the same for all networks.");
            }
        }
        checkCompared(plan, "reference", plan.reference());
        plan.contrasts().forEach(contrast -> checkCompared(plan, "contrasts", contrast));
    }
}
