package org.jointattention.imagej;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jointattention.command.OpenImages;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** The field that fits an input. */
final class InputFields {
    private static final int NUMBER_COLUMNS = 8;
    private static final int TEXT_COLUMNS = 30;

    private InputFields() {}

    static InputField create(ModuleItem<?> item) {
        InputField field = choose(item);
        field.focus().setName(item.getName());
        field.focus().setToolTipText(help(item));
        return field;
    }

    private static InputField choose(ModuleItem<?> item) {
        Class<?> type = Types.box(item.getType());
        List<String> choices = choices(item);
        if (!choices.isEmpty() || CommandInputs.isImage(item)) {
            return new ChoiceField(item, choices);
        }
        if (type == Boolean.class) {
            return new CheckField(item, label(item));
        }
        if (type == File.class) {
            return new FileField(item, TEXT_COLUMNS);
        }
        return new TextField(item, Number.class.isAssignableFrom(type) ? NUMBER_COLUMNS : TEXT_COLUMNS);
    }

    private static List<String> choices(ModuleItem<?> item) {
        if (!CommandInputs.isImage(item)) {
            return InputText.choices(item);
        }
        List<String> titles = new ArrayList<>(new OpenImages().titles());
        if (!item.isRequired()) {
            titles.add(0, "");
        }
        return titles;
    }

    static String label(ModuleItem<?> item) {
        String label = item.getLabel();
        return label == null || label.isEmpty() ? item.getName() : label;
    }

    /** The description and the range. */
    private static String help(ModuleItem<?> item) {
        String description = item.getDescription() == null ? "" : item.getDescription();
        return HtmlText.wrapped(description + InputText.range(item));
    }
}
