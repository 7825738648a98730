package org.jointattention.cli;

import java.util.EnumSet;
import java.util.Set;
import org.jointattention.segmentation.Output;
import picocli.CommandLine.Option;

/** What to write for each image. */
final class OutputOptions {
    /** The images of numbers. */
    enum Results {
        LABELS,
        PROBABILITIES,
        BOTH
    }

    @Option(
            names = "--output",
            paramLabel = "labels|probabilities|both",
            description = "What to write for each image (default: labels).")
    private Results results = Results.LABELS;

    @Option(names = "--overlay", description = "Write a picture of the labels on the image, too.")
    private boolean overlay;

    Set<Output> outputs() {
        Set<Output> outputs = EnumSet.noneOf(Output.class);
        if (results != Results.PROBABILITIES) {
            outputs.add(Output.LABELS);
        }
        if (results != Results.LABELS) {
            outputs.add(Output.PROBABILITIES);
        }
        if (overlay) {
            outputs.add(Output.OVERLAY);
        }
        return outputs;
    }
}
