package org.jointattention.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a cell is made with beside its own name, so that results of other settings or images are not taken for a plan's own. */
final class CellSettings {
    private static final String SETTINGS = "settings";
    private static final String CLASSES = "classes";
    private static final String IMAGES = "images";

    private final String settings;
    private final String classes;
    private final Optional<String> images;

    /**
     * Without images.
     *
     * @param settings what networks and trainings have in common
     * @param classes of the data set
     */
    CellSettings(String settings, String classes) {
        this(settings, classes, Optional.empty());
    }

    private CellSettings(String settings, String classes, Optional<String> images) {
        this.settings = settings;
        this.classes = classes;
        this.images = images;
    }

    /** @param checksum of the data set's files ({@link DataChecksum}) */
    CellSettings withImages(String checksum) {
        return new CellSettings(settings, classes, Optional.of(checksum));
    }

    /** Names with values, for the cell's table. */
    List<List<String>> records() {
        List<List<String>> records = new ArrayList<>();
        records.add(List.of(SETTINGS, settings));
        records.add(List.of(CLASSES, classes));
        images.ifPresent(sum -> records.add(List.of(IMAGES, sum)));
        return records;
    }

    /**
     * Compares with what a finished cell was made with; images only where both are known. Cells of earlier versions do not
     * name classes and images.
     *
     * @param folder of the cell
     * @param found names with values of its table
     * @throws ComparisonException if something differs
     */
    void check(Path folder, Map<String, String> found) {
        require(folder, "settings", found.getOrDefault(SETTINGS, ""), settings);
        require(folder, "classes", found.getOrDefault(CLASSES, classes), classes);
        String sum = found.get(IMAGES);
        if (sum != null && images.isPresent() && !images.get().equals(sum)) {
            throw new ComparisonException(
                    "The cell in " + folder + " was made with other images or masks than those that"
                            + " are in the data set's folder now." + remedy());
        }
    }

    private static void require(Path folder, String what, String found, String wanted) {
        if (!found.equals(wanted)) {
            throw new ComparisonException("The cell in " + folder + " was made with other " + what + ": " + found
                    + "; the plan says: " + wanted + "." + remedy());
        }
    }

    private static String remedy() {
        return " Compare into another folder, or delete that one, and costs.csv, which may be of its network.";
    }
}
