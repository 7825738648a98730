package org.jointattention.imagej;

import ij.IJ;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointattention.command.CommandException;
import org.jointattention.command.MacroText;
import org.jointattention.command.MessageText;
import org.scijava.Context;
import org.scijava.module.ModuleItem;

/**
 * Fills a command's inputs from a macro's options. What the options leave out keeps its default: what a dialog
 * remembers has no say, so that a macro does the same everywhere.
 */
final class MacroInputs {
    private final CommandInputs inputs;
    private final MacroOptions options;

    MacroInputs(CommandInputs inputs, String options) {
        this.inputs = inputs;
        this.options = new MacroOptions(options);
    }

    /**
     * @param label the command, for messages
     * @throws CommandException if a value is not acceptable; the message names its key
     */
    void fill(Context context, String label) {
        List<ModuleItem<?>> items = inputs.given();
        reportUnknownKeys(items, label);
        try {
            items.forEach(this::fill);
            inputs.validate(context);
        } catch (InputException e) {
            throw new CommandException(
                    label + ", " + MacroText.key(e.input()) + ": " + MessageText.sentence(e.getMessage()), e);
        }
    }

    private void fill(ModuleItem<?> item) {
        String name = item.getName();
        if (options.words().contains(MacroText.key(name))) {
            throw new InputException(name, "it needs a value, such as " + MacroText.key(name) + "=true");
        }
        if (CommandInputs.isImage(item)) {
            fillImage(item);
        } else {
            options.value(name).ifPresent(text -> inputs.set(item, InputText.parse(item, text)));
        }
    }

    private void fillImage(ModuleItem<?> item) {
        (options.value(item.getName()).isPresent()
                        ? ImageInputs.named(item, options.value(item.getName()).get())
                        : ImageInputs.active(item))
                .ifPresent(image -> inputs.set(item, image));
    }

    private void reportUnknownKeys(List<ModuleItem<?>> items, String label) {
        Set<String> unknown = new HashSet<>(options.keys());
        unknown.addAll(options.words());
        Set<String> known =
                items.stream().map(item -> MacroText.key(item.getName())).collect(Collectors.toSet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            IJ.log("Warning: " + label + " does not know "
                    + unknown.stream().sorted().collect(Collectors.joining(", ")) + ". It knows "
                    + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
    }
}
