package org.jointattention.command;

import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import org.junit.rules.ExternalResource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.log.StderrLogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.prefs.PrefService;

/** A SciJava context without windows that runs commands as scripts do, and ImageJ's batch mode for open images. */
public final class CommandHost extends ExternalResource {
    private Context context;

    @Override
    protected void before() {
        context = new Context();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        ((StderrLogService) context.service(LogService.class)).setPrintStreams(level -> nowhere);
        Interpreter.batchMode = true;
    }

    @Override
    protected void after() {
        int[] ids = WindowManager.getIDList();
        for (int i = 0; ids != null && i < ids.length; i++) {
            Interpreter.removeBatchModeImage(WindowManager.getImage(ids[i]));
        }
        Interpreter.batchMode = false;
        context.dispose();
    }

    /** Runs a command with inputs as name, value, name, value. */
    public Module run(Class<? extends Command> command, Object... inputs) throws Exception {
        context.service(PrefService.class).clear(command); // what an earlier run's inputs left
        CommandInfo info = context.service(CommandService.class).getCommand(command);
        return context.service(ModuleService.class).run(info, true, inputs).get();
    }

    /** The message of a command that has to fail. */
    public String refusal(Class<? extends Command> command, Object... inputs) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> run(command, inputs));
        Throwable cause = failure;
        while (cause != null && !(cause instanceof CommandException)) {
            cause = cause.getCause();
        }
        assertNotNull("no message for users: " + failure, cause);
        assertTrue(cause.getMessage(), cause.getMessage().length() > 10);
        return cause.getMessage();
    }

    /** Opens an image of labels drawn with characters: '.' background, a digit its class, '?' ignored. */
    public static ImagePlus open(String title, String... rows) {
        ByteProcessor pixels = new ByteProcessor(rows[0].length(), rows.length);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length(); x++) {
                char c = rows[y].charAt(x);
                pixels.set(x, y, c == '.' ? 0 : c == '?' ? 255 : c - '0');
            }
        }
        return open(new ImagePlus(title, pixels));
    }

    public static ImagePlus open(ImagePlus image) {
        image.show();
        return image;
    }
}
