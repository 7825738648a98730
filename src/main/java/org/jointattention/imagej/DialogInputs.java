package org.jointattention.imagej;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.command.CommandException;
import org.jointattention.command.MacroText;
import org.jointattention.command.MessageText;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** Fills a command's inputs from a dialog, which remembers them. */
final class DialogInputs {
    private final CommandInputs inputs;
    private final Context context;
    private final String label;
    private final ModuleService modules;

    DialogInputs(CommandInputs inputs, Context context, String label) {
        this.inputs = inputs;
        this.context = context;
        this.label = label;
        modules = context.service(ModuleService.class);
    }

    /**
     * @return false if the user cancelled
     * @throws CommandException if no image is open where one is needed
     */
    boolean fill() {
        List<ModuleItem<?>> asked = new ArrayList<>();
        for (ModuleItem<?> item : inputs.shown()) {
            if (inputs.takesActiveImage(item)) {
                fillImage(item);
            } else {
                load(item);
                asked.add(item);
            }
        }
        if (asked.isEmpty()) {
            return true;
        }
        if (!new InputDialog(label, inputs, asked, context).ask()) {
            return false;
        }
        asked.forEach(this::save);
        return true;
    }

    private void fillImage(ModuleItem<?> item) {
        try {
            ImageInputs.active(item).ifPresent(image -> inputs.set(item, image));
        } catch (InputException e) {
            throw new CommandException(label.replace("...", "") + ": " + MessageText.sentence(e.getMessage()), e);
        }
    }

    /** The value of the last time, unless it is one no more, such as a model that was removed. */
    private void load(ModuleItem<?> item) {
        if (!isRemembered(item)) {
            return;
        }
        Object remembered = modules.load(item);
        if (remembered == null) {
            return;
        }
        try {
            inputs.set(item, InputText.parse(item, MacroText.value(remembered)));
        } catch (InputException e) {
            context.service(LogService.class).debug(e); // the default stays
        }
    }

    private void save(ModuleItem<?> item) {
        if (isRemembered(item)) {
            saveTyped(item);
        }
    }

    @SuppressWarnings("unchecked")
    private <T> void saveTyped(ModuleItem<T> item) {
        modules.save(item, (T) InputText.parse(item, inputs.text(item)));
    }

    private static boolean isRemembered(ModuleItem<?> item) {
        return item.isPersisted() && item.getVisibility() != ItemVisibility.MESSAGE && !CommandInputs.isImage(item);
    }
}
