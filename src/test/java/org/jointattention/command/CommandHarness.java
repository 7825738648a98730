package org.jointattention.command;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.prefs.PrefService;

/** Runs commands as scripts do: SciJava's own services, no windows. */
public final class CommandHarness implements AutoCloseable {
    private final Context context = new Context();

    public CommandHarness() {
        context.service(LogService.class).setLevel(LogLevel.NONE);
    }

    /**
     * Inputs that are not given have their defaults, not what was chosen last.
     *
     * @param inputs names and values in turn
     */
    public Future<? extends Module> start(Class<? extends Command> command, Object... inputs) {
        context.service(PrefService.class).clear(command);
        return context.service(CommandService.class).run(command, true, inputs);
    }

    /** The outputs by name. @throws CommandException as the command does */
    public Module run(Class<? extends Command> command, Object... inputs) {
        try {
            return await(start(command, inputs));
        } catch (RuntimeException e) {
            throw commandException(e); // a validater speaks before the command runs
        }
    }

    public static Module await(Future<? extends Module> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw commandException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static CommandException commandException(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommandException) {
                return (CommandException) cause;
            }
        }
        throw new AssertionError(failure);
    }

    @Override
    public void close() {
        context.dispose();
    }
}
