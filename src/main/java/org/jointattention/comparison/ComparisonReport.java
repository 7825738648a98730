package org.jointattention.comparison;

import java.nio.file.Path;
import java.util.List;

/** TO BE REPLACED before this is committed. */
public final class ComparisonReport {
    public ComparisonReport(
            String title,
            List<String> description,
            List<CellResult> results,
            List<NetworkCost> costs,
            List<String> missing,
            String reference) {}

    public void write(Path folder) {}
}
