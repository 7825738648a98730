package org.jointattention.command;

import java.util.EnumSet;
import java.util.Locale;
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
        switch (choice.trim().toLowerCase(Locale.ROOT)) {
            case "labels":
                return EnumSet.of(Output.LABELS);
            case "probabilities":
                return EnumSet.of(Output.PROBABILITIES);
            case "both":
                return EnumSet.of(Output.LABELS, Output.PROBABILITIES);
            default:
                throw new CommandException("The output '" + choice
                        + "' is unknown: use output=Labels, output=Probabilities or output=Both.");
        }
    }
}
