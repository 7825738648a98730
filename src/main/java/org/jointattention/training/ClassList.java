package org.jointattention.training;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The classes as users give them: their number, or their names with the background's first. */
public final class ClassList {
    private final int count;
    private final Optional<List<String>> names;

    private ClassList(int count, Optional<List<String>> names) {
        this.count = count;
        this.names = names;
    }

    /**
     * Reads {@code 3} or {@code background,nucleus,border}.
     *
     * @throws PlanException if it is neither, or there are too few or too many
     */
    public static ClassList parse(String text) {
        if (text.trim().matches("\\d{1,9}")) {
            return new ClassList(checked(Integer.parseInt(text.trim())), Optional.empty());
        }
        List<String> names = Arrays.asList(text.trim().split("\\s*,\\s*", -1));
        if (names.contains("") || new HashSet<>(names).size() < names.size()) {
            throw new PlanException("'" + text + "' has an empty name, or one twice");
        }
        return new ClassList(checked(names.size()), Optional.of(names));
    }

    private static int checked(int count) {
        if (count < 2 || count > DataSetOptions.MAX_CLASSES) {
            throw new PlanException(
                    count + " classes; there must be 2 to " + DataSetOptions.MAX_CLASSES + ", with the background");
        }
        return count;
    }

    /** Empty where only their number was given. */
    public Optional<List<String>> names() {
        return names;
    }

    /** The names, or their number. */
    @Override
    public String toString() {
        return names.map(list -> String.join(", ", list)).orElse(Integer.toString(count));
    }

    public DataSetOptions dataSetOptions() {
        return DataSetOptions.standard().withClasses(count);
    }
}
