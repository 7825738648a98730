package org.jointattention.command;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.rules.ExternalResource;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.module.process.LoadInputsPreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/** Runs commands as scripts without a display do, with images open as in ImageJ's batch mode. */
final class Commands extends ExternalResource {
    private Context context;

    @Override
    protected void before() {
        context = new Context(CommandService.class, StatusService.class, RunningCommands.class);
        context.service(LogService.class).setLevel(LogLevel.NONE);
        Interpreter.batchMode = true;
    }

    @Override
    protected void after() {
        int[] ids = WindowManager.getIDList(); // commands open some, too
        for (int i = 0; ids != null && i < ids.length; i++) {
            Interpreter.removeBatchModeImage(WindowManager.getImage(ids[i]));
        }
        Interpreter.batchMode = false;
        context.dispose();
    }

    ImagePlus open(ImagePlus image) {
        image.show();
        return image;
    }

    /** @param inputs names and values in turn */
    Module run(Class<? extends Command> command, Object... inputs) {
        try {
            CommandInfo info = context.service(CommandService.class).getCommand(command);
            List<PreprocessorPlugin> before =
                    context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class);
            before.removeIf(LoadInputsPreprocessor.class::isInstance); // what earlier runs left does not count
            return context.service(ModuleService.class)
                    .run(info, before, List.of(), inputs)
                    .get();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** The message that a command fails with. */
    String failure(Class<? extends Command> command, Object... inputs) {
        try {
            run(command, inputs);
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause != null && !(cause instanceof CommandException)) {
                cause = cause.getCause();
            }
            if (cause != null) {
                return cause.getMessage();
            }
            throw e;
        }
        throw new AssertionError("It did not fail.");
    }
}
