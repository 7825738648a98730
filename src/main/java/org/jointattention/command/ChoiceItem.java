package org.jointattention.command;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.ModuleItem;

/**
 * An input whose choices are known only when the program runs, such as the models in a folder.
 *
 * <p>SciJava has {@link org.scijava.command.DynamicCommand} for that, but {@code CommandService.run} returns null for
 * those, and a script could not get at their outputs. So this takes the place of the item that SciJava made from the
 * annotation.
 */
final class ChoiceItem extends CommandModuleItem<String> {
    private volatile List<String> choices = List.of();

    private ChoiceItem(CommandInfo info, Field field) {
        super(info, field);
    }

    @Override
    public List<String> getChoices() {
        return choices;
    }

    /** Offers choices for an input, in dialogs of this and later runs. */
    static void offer(CommandInfo info, String input, List<String> choices) {
        synchronized (info) {
            CommandModuleItem<?> item = info.getInput(input);
            if (item == null) {
                throw new IllegalArgumentException("There is no input " + input + " in " + info.getClassName());
            }
            ChoiceItem offered = item instanceof ChoiceItem ? (ChoiceItem) item : replace(info, item);
            offered.choices = List.copyOf(choices);
        }
    }

    private static ChoiceItem replace(CommandInfo info, CommandModuleItem<?> item) {
        ChoiceItem offered = new ChoiceItem(info, item.getField());
        try {
            @SuppressWarnings("unchecked")
            Map<String, ModuleItem<?>> byName = (Map<String, ModuleItem<?>>) hidden(info, "inputMap");
            @SuppressWarnings("unchecked")
            List<ModuleItem<?>> inOrder = (List<ModuleItem<?>>) hidden(info, "inputList");
            // while initializers run SciJava walks through this list: it may not grow or shrink
            inOrder.set(inOrder.indexOf(item), offered);
            byName.put(item.getName(), offered);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of SciJava cannot offer choices for " + item.getName(), e);
        }
        return offered;
    }

    private static Object hidden(CommandInfo info, String name) throws ReflectiveOperationException {
        Field field = CommandInfo.class.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(info);
    }
}
