package org.jointattention.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Training data that cannot be used; the message lists what is wrong with which file. */
public final class DataSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final ArrayList<String> problems;

    /** @param problems all that is wrong, at least one; the message shows the first 20 */
    public DataSetException(List<String> problems) {
        super(message(problems));
        this.problems = new ArrayList<>(problems);
    }

    /** All problems found, also those that the message leaves out. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    private static String message(List<String> problems) {
        if (problems.size() == 1) {
            return "The training data cannot be used. " + problems.get(0);
        }
        StringBuilder text = new StringBuilder("The training data cannot be used: ");
        text.append(problems.size()).append(" problems.");
        for (String problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
            text.append("\n- ").append(problem);
        }
        if (problems.size() > SHOWN) {
            text.append("\nand ").append(problems.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}
