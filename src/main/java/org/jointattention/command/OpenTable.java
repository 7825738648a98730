package org.jointattention.command;

import ij.measure.ResultsTable;

/** A table among ImageJ's windows, to which rows are added; what is in it stays. */
final class OpenTable {
    private final String title;
    private final ResultsTable table;

    /** The open table of that title; a new one if none is open. */
    OpenTable(String title) {
        this.title = title;
        ResultsTable open = JointAttentionCommand.isHeadless() ? null : ResultsTable.getResultsTable(title);
        this.table = open == null ? new ResultsTable() : open;
    }

    ResultsTable table() {
        return table;
    }

    /** Shows the new rows, where there are windows. */
    void show() {
        if (!JointAttentionCommand.isHeadless()) {
            table.show(title);
        }
    }
}
