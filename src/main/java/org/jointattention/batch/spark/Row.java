package org.jointattention.batch.spark;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/** What became of one item: a line of the summary, and all that the driver gets to know. */
public final class Row implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] cells;
    private final boolean failed;

    /** @param cells a value for each column of the summary: the first is the item's name, the last why it failed */
    public Row(List<String> cells, boolean failed) {
        this.cells = cells.toArray(new String[0]);
        this.failed = failed;
    }

    public List<String> cells() {
        return Collections.unmodifiableList(List.of(cells));
    }

    public String item() {
        return cells[0];
    }

    /** Why it failed: the last column; empty if it did not. */
    public String reason() {
        return cells[cells.length - 1];
    }

    public boolean isFailed() {
        return failed;
    }
}
