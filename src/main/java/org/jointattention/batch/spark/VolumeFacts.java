package org.jointattention.batch.spark;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.image.ImageException;
import org.jointattention.segmentation.zarr.ZarrVolume;

/** What the driver has to know of an image of OME-Zarr, as an executor told it in a row. */
final class VolumeFacts {
    private static final int PLANES = 0;
    private static final int PARTS = 1;

    /** Planes, parts, and the blocks of each resolution; empty if the labels are complete. */
    private final List<Long> numbers = new ArrayList<>();

    /** @throws ImageException if the executor refused to begin */
    VolumeFacts(Row row) {
        if (row.isFailed()) {
            throw new ImageException(row.reason());
        }
        row.cells().stream().filter(cell -> !cell.isEmpty()).map(Long::valueOf).forEach(numbers::add);
    }

    static Row of(ZarrVolume volume) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(volume.planes()));
        cells.add(Long.toString(volume.parts()));
        for (int level = 0; level < volume.levels(); level++) {
            cells.add(Long.toString(volume.blocks(level)));
        }
        return new Row(cells, false);
    }

    /** Complete labels of the same image, model and settings are there. */
    static Row finished() {
        return new Row(List.of(""), false);
    }

    /** @param reason for the user */
    static Row refused(String reason) {
        return new Row(List.of(reason), true);
    }

    boolean isFinished() {
        return numbers.isEmpty();
    }

    int planes() {
        return Math.toIntExact(numbers.get(PLANES));
    }

    long parts() {
        return numbers.get(PARTS);
    }

    int levels() {
        return numbers.size() - 1 - PARTS;
    }

    long blocks(int level) {
        return numbers.get(PARTS + 1 + level);
    }
}
