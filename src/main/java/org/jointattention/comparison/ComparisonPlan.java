package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jointattention.training.Preset;

/** What is to be compared: data sets, networks, seeds, and what is kept equal. */
public final class ComparisonPlan {
    private final String title;
    private final Preset preset;
    private final List<String> backbones;
    private final String reference;
    private final List<String> contrasts;
    private final double tolerance;
    private final List<String> metrics;
    private final List<ComparedData> data;

    /**
     * @param reference the attention whose network sets the number of weights, and that the others are compared with
     * @param contrasts attentions that the others are compared with, too
     * @param tolerance how far numbers of weights may differ, as a share: 0.05 is 5 %
     * @param metrics keys of the metrics that the report is to show
     */
    ComparisonPlan(
            String title,
            Preset preset,
            List<String> backbones,
            String reference,
            List<String> contrasts,
            double tolerance,
            List<String> metrics,
            List<ComparedData> data) {
        this.title = title;
        this.preset = preset;
        this.backbones = List.copyOf(backbones);
        this.reference = reference;
        this.contrasts = List.copyOf(contrasts);
        this.tolerance = tolerance;
        this.metrics = List.copyOf(metrics);
        this.data = List.copyOf(data);
    }

    public String title() {
        return title;
    }

    public Preset preset() {
        return preset;
    }

    public String reference() {
        return reference;
    }

    /** The attentions that the others are compared with beside the reference; they change no result. */
    public List<String> contrasts() {
        return contrasts;
    }

    public double tolerance() {
        return tolerance;
    }

    /** Keys of the metrics that the report shows. */
    public List<String> metrics() {
        return metrics;
    }

    public List<ComparedData> data() {
        return data;
    }

    /** The backbone that sets the number of weights. */
    String referenceBackbone() {
        return backbones.get(0);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    ComparedData data(String name) {
        return data.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No data set " + name));
    }

    /**
     * All cells, in the order in which they are done: seed by seed, so that what there is after each seed is a complete,
     * if small, comparison.
     */
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (long seed : seeds()) {
            for (ComparedData set : data) {
                if (set.seeds().contains(seed)) {
                    addCells(set, seed, cells);
                }
            }
        }
        return cells;
    }

    private void addCells(ComparedData set, long seed, List<Cell> cells) {
        for (String backbone : backbones) {
            for (String attention : set.attentions()) {
                cells.add(new Cell(set.name(), backbone, attention, seed));
            }
        }
    }

    private Set<Long> seeds() {
        Set<Long> seeds = new LinkedHashSet<>();
        data.forEach(set -> seeds.addAll(set.seeds()));
        return seeds;
    }

    /** What all cells of a data set have in common but its images, so that results of another plan are not taken for its own. */
    CellSettings settings(Cell cell) {
        ComparedData set = data(cell.data());
        String settings = "preset " + preset + ", weights as " + referenceBackbone() + " with " + reference + " within "
                + tolerance + (set.choices().toString().isEmpty() ? "" : ", " + set.choices())
                + (set.excluded().isEmpty() ? "" : ", without " + String.join(", ", set.excluded()));
        return new CellSettings(settings, set.classNames());
    }

    /** What is kept equal, for the report; sentences. */
    public List<String> description() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Networks of the preset " + preset + ", each brought to the number of weights of " + referenceBackbone()
                        + " with " + reference + " within " + Math.round(tolerance * 100) + " % by its widths.");
        for (ComparedData set : data) {
            lines.add(set.name() + ": seeds " + set.seeds().toString().replaceAll("[\\[\\]]", "") + "; "
                    + (set.choices().toString().isEmpty()
                            ? "all settings derived"
                            : set.choices().toString())
                    + ". What is not named is derived from the training images, the same for all networks."
                    + (set.excluded().isEmpty() ? "" : " Left out: " + String.join(", ", set.excluded()) + "."));
        }
        return lines;
    }
}
