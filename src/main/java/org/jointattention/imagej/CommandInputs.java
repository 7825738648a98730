package org.jointattention.imagej;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.command.MacroText;
import org.scijava.Context;
import org.scijava.Gateway;
import org.scijava.ItemVisibility;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** The inputs of a command that its user gives. */
final class CommandInputs {
    private final Module module;

    CommandInputs(Module module) {
        this.module = module;
    }

    /** All but services, messages included, in their order in the class. */
    List<ModuleItem<?>> shown() {
        List<ModuleItem<?>> items = new ArrayList<>();
        for (ModuleItem<?> item : module.getInfo().inputs()) {
            Class<?> type = item.getType();
            boolean filled = Service.class.isAssignableFrom(type)
                    || Context.class.isAssignableFrom(type)
                    || Gateway.class.isAssignableFrom(type);
            if (!filled && item.getVisibility() != ItemVisibility.INVISIBLE) {
                items.add(item);
            }
        }
        return items;
    }

    /** Those with a value: what a macro gives and the recorder writes. */
    List<ModuleItem<?>> given() {
        return shown().stream()
                .filter(item -> item.getVisibility() != ItemVisibility.MESSAGE)
                .collect(Collectors.toList());
    }

    /** The input that takes the active image: the only one that takes an image. */
    boolean takesActiveImage(ModuleItem<?> item) {
        return isImage(item) && given().stream().filter(CommandInputs::isImage).count() == 1;
    }

    static boolean isImage(ModuleItem<?> item) {
        return ImagePlus.class.isAssignableFrom(item.getType());
    }

    void set(ModuleItem<?> item, Object value) {
        module.setInput(item.getName(), value);
    }

    String text(ModuleItem<?> item) {
        return MacroText.value(module.getInput(item.getName()));
    }

    /** Lets the command react to a change of an input. */
    void callback(ModuleItem<?> item) {
        try {
            item.callback(module);
        } catch (MethodCallException e) {
            throw new InputException(item.getName(), RunnableModule.cause(e));
        }
    }

    /**
     * Lets the command look at its inputs, each with its validater. It looks at a copy of the command, since a
     * cancelled command stays so.
     *
     * @throws InputException with the first complaint
     */
    void validate(Context context) {
        for (ModuleItem<?> item : given()) {
            if (item.getValidater() != null && !item.getValidater().isEmpty()) {
                validate(context, item.getName());
            }
        }
    }

    private void validate(Context context, String input) {
        try {
            RunnableModule copy = RunnableModule.create(context, module.getInfo());
            copy.initialize();
            given().forEach(item -> copy.module().setInput(item.getName(), module.getInput(item.getName())));
            copy.module().getInfo().getInput(input).validate(copy.module());
            if (copy.isCancelled()) {
                throw new InputException(input, copy.reason());
            }
        } catch (MethodCallException e) {
            throw new InputException(input, RunnableModule.cause(e));
        }
    }
}
