package org.jointattention.imagej;

import ij.IJ;
import ij.Macro;
import java.awt.GraphicsEnvironment;
import java.util.function.Supplier;
import org.jointattention.command.CommandException;
import org.jointattention.command.CommandFailure;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** Runs a command on the calling thread: inputs from a macro or a dialog, outputs to windows. */
final class CommandRun {
    private final Context context;
    private final CommandInfo info;
    private final String label;

    /** @throws CommandException if there is no such command */
    CommandRun(Context context, String className) {
        this.context = context;
        info = context.service(CommandService.class).getCommand(className);
        if (info == null) {
            throw new CommandException("There is no command " + className + ". Reinstall the plugin.");
        }
        if (!info.isValid()) {
            throw new CommandException("The command " + className + " is unsound: " + info.getProblems());
        }
        label = info.getTitle();
    }

    /** The command's label in the menu. */
    String label() {
        return label;
    }

    /**
     * @param options what a macro gives, or null where a dialog asks; without a display nothing asks
     * @return the command's text outputs, or an empty text if the user cancelled
     * @throws CommandException if it failed; the message is for the user
     */
    String run(String options) {
        try {
            return tryRun(options);
        } catch (RuntimeException e) {
            if (e instanceof CommandException || Macro.MACRO_CANCELED.equals(e.getMessage())) {
                throw e;
            }
            throw new CommandException(new CommandFailure(e).message(), e);
        }
    }

    private String tryRun(String options) {
        RunnableModule command = RunnableModule.create(context, info);
        command.initialize();
        CommandInputs inputs = new CommandInputs(command.module());
        if (options != null || GraphicsEnvironment.isHeadless()) {
            new MacroInputs(inputs, options == null ? "" : options).fill(context, label);
        } else if (!new DialogInputs(inputs, context, label).fill()) {
            CommandRecord.cancel();
            Macro.abort();
            return "";
        }
        CommandRecord.write(inputs);
        IJ.resetEscape();
        return withoutBeingStopped(() -> runAndShow(command));
    }

    private static String runAndShow(RunnableModule command) {
        if (!command.run()) {
            return "";
        }
        OutputDisplay.show(command.module());
        return OutputDisplay.text(command.module());
    }

    /**
     * On ESC, ImageJ stops threads that bear the name of a macro's wherever they are. Under another name the command
     * sees ESC itself, and ends with what is done.
     */
    private static String withoutBeingStopped(Supplier<String> work) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("Joint Attention");
        try {
            return work.get();
        } finally {
            thread.setName(name);
        }
    }
}
