package org.jointattention.cli;

import org.jointattention.training.ClassList;
import org.jointattention.training.PlanException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 3} or {@code background,nucleus,border}. */
final class ClassListConverter implements ITypeConverter<ClassList> {
    @Override
    public ClassList convert(String text) {
        try {
            return ClassList.parse(text);
        } catch (PlanException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
