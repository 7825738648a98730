package org.jointattention.imagej;

import java.util.List;
import org.jointattention.command.CommandException;
import org.jointattention.command.CommandFailure;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.DefaultValuePreprocessor;

/** One command about to run on the calling thread. */
final class RunnableModule {
    private final Context context;
    private final Module module;

    private RunnableModule(Context context, Module module) {
        this.context = context;
        this.module = module;
    }

    static RunnableModule create(Context context, ModuleInfo info) {
        Module module = context.service(ModuleService.class).createModule(info);
        if (module == null) {
            throw new IllegalStateException(
                    "The command " + info.getDelegateClassName() + " cannot be made; the log says why");
        }
        return new RunnableModule(context, module);
    }

    Module module() {
        return module;
    }

    /** Sets defaults and lets the command prepare itself, such as its lists of choices. */
    void initialize() {
        DefaultValuePreprocessor defaults = new DefaultValuePreprocessor();
        context.inject(defaults);
        defaults.process(module);
        try {
            module.initialize();
        } catch (MethodCallException e) {
            throw new CommandException(cause(e), e);
        }
        checkNotRefused();
    }

    /**
     * Runs the command.
     *
     * @return false if its user cancelled it, or it has said itself that it failed
     * @throws CommandException if it failed
     */
    boolean run() {
        new ModuleRunner(context, module, List.of(), List.of()).run();
        checkNotRefused();
        return !isCancelled();
    }

    private void checkNotRefused() {
        if (isCancelled() && !reason().isEmpty()) {
            throw new CommandException(reason());
        }
    }

    boolean isCancelled() {
        return module instanceof Cancelable && ((Cancelable) module).isCanceled();
    }

    /** Why it was cancelled; empty where the user did it. */
    String reason() {
        String reason = ((Cancelable) module).getCancelReason();
        return reason == null ? "" : reason;
    }

    /** What a method called by reflection complained of. */
    static String cause(MethodCallException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return new CommandFailure(cause).message();
    }
}
