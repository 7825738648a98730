package org.jointattention.command;

import java.util.EnumSet;
import java.util.Set;
import org.jointattention.segmentation.Output;

/** What a segmentation is to give, as users choose it. */
final class OutputChoice {
    static final String LABELS = "Labels";
    static final String PROBABILITIES = "Probabilities";
    static final String BOTH = "Both";

    private OutputChoice() {}

    /**
     * @param choice one of the constants, in any case
     * @throws CommandException if it is none of them
     */
    static Set<Output> outputs(String choice) {
        switch (Choice.of("output", choice, LABELS, PROBABILITIES, BOTH)) {
            case LABELS:
                return EnumSet.of(Output.LABELS);
            case PROBABILITIES:
                return EnumSet.of(Output.PROBABILITIES);
            default:
                return EnumSet.of(Output.LABELS, Output.PROBABILITIES);
        }
    }
}
