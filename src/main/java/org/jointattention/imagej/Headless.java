package org.jointattention.imagej;

import org.jointattention.command.CommandException;
import org.jointattention.command.MacroStop;

/**
 * Runs commands without ImageJ's menu, which needs a display:
 * {@code call("org.jointattention.imagej.Headless.run", "SegmentImage", "model=nuclei");} in a macro.
 */
public final class Headless {
    private static final String PACKAGE = "org.jointattention.command.";

    private Headless() {}

    /**
     * Runs a command with inputs as in a macro.
     *
     * @param command the class of the command, with or without its package
     * @param options {@code key=value key=[a value]}
     * @return its text outputs
     * @throws CommandException if it failed and no macro called it; a macro ends with the message
     */
    public static String run(String command, String options) {
        try {
            String className = command.contains(".") ? command : PACKAGE + command;
            return new CommandRun(HostContext.get(), className).run(options == null ? "" : options);
        } catch (CommandException e) {
            if (MacroStop.stop(e.getMessage())) {
                return "";
            }
            throw e;
        }
    }

    /** Runs a command with its defaults. */
    public static String run(String command) {
        return run(command, "");
    }
}
