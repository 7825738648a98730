package org.jointattention.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the benchmark says of a case, in the order of the CSV file. */
public enum BenchmarkColumn {
    KIND("kind", "kind"),
    NETWORK("network", "network"),
    SIZE("size_px", "size px"),
    BATCH("batch", "batch"),
    THREADS("threads", "threads"),
    PRECISION("precision", "precision"),
    DEVICE("device", "device"),
    RUNS("runs", "runs"),
    FIRST("first_ms", "first ms"),
    BEST("best_ms", "best ms"),
    MEDIAN("median_ms", "median ms"),
    SPEED("mpx_per_s", "Mpx/s"),
    WORK("gflop", "GFLOP"),
    RATE("gflop_per_s", "GFLOP/s"),
    PEAK("matrix_product_gflop_per_s", "matmul GFLOP/s"),
    SHARE("share_of_matrix_product", "of matmul"),
    AUGMENTATION("augmentation_ms", "augment ms"),
    AUGMENTATION_SHARE("augmentation_share", "of step"),
    WAITED("waited_ms", "waited ms"),
    COPIES("copies_ms", "copies ms"),
    MEMORY("peak_memory_mb", "memory MB");

    private final String csvName;
    private final String title;

    BenchmarkColumn(String csvName, String title) {
        this.csvName = csvName;
        this.title = title;
    }

    String csvName() {
        return csvName;
    }

    /** Its head in the table for people. */
    String title() {
        return title;
    }

    static List<String> csvNames() {
        return Arrays.stream(values()).map(BenchmarkColumn::csvName).collect(Collectors.toList());
    }
}
