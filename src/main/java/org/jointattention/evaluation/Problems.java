package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that the user hears of everything at once. */
final class Problems {
    private final List<String> messages = new ArrayList<>();

    void add(String message) {
        messages.add(message);
    }

    void addAll(List<String> more) {
        messages.addAll(more);
    }

    List<String> messages() {
        return messages;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** @throws EvaluationException listing all problems, if there is any */
    void throwIfAny(String heading) {
        if (!messages.isEmpty()) {
            throw new EvaluationException(heading + "\n- " + String.join("\n- ", messages));
        }
    }
}
