package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What one cell of the grid came to. */
public final class CellResult {
    private final Cell cell;
    private final CellFigures figures;
    private final List<CellScore> scores;

    /** @param scores of every foreground class of every test image, in the order of the images */
    public CellResult(Cell cell, CellFigures figures, List<CellScore> scores) {
        this.cell = Objects.requireNonNull(cell);
        this.figures = Objects.requireNonNull(figures);
        this.scores = Collections.unmodifiableList(new ArrayList<>(scores));
    }

    public Cell cell() {
        return cell;
    }

    public CellFigures figures() {
        return figures;
    }

    public List<CellScore> scores() {
        return scores;
    }
}
