package org.jointattention.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jointattention.training.DataSetOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The classes as given on the command line: their number, or their names. */
final class ClassList {
    private final int count;
    private final Optional<List<String>> names;

    private ClassList(int count, Optional<List<String>> names) {
        this.count = count;
        this.names = names;
    }

    /** Empty where only their number was given. */
    Optional<List<String>> names() {
        return names;
    }

    DataSetOptions dataSetOptions() {
        return DataSetOptions.standard().withClasses(count);
    }

    /** Reads {@code 3} or {@code background,nucleus,border}. */
    static final class Converter implements ITypeConverter<ClassList> {
        private static final int MOST = 254;

        @Override
        public ClassList convert(String text) {
            if (text.trim().matches("\\d{1,9}")) {
                return new ClassList(checked(Integer.parseInt(text.trim())), Optional.empty());
            }
            List<String> names = Arrays.asList(text.trim().split("\\s*,\\s*", -1));
            if (names.contains("") || new HashSet<>(names).size() < names.size()) {
                throw new TypeConversionException("'" + text + "' has an empty name, or one twice");
            }
            return new ClassList(checked(names.size()), Optional.of(names));
        }

        private static int checked(int count) {
            if (count < 2 || count > MOST) {
                throw new TypeConversionException(
                        count + " classes; there must be 2 to " + MOST + ", with the background");
            }
            return count;
        }
    }
}
