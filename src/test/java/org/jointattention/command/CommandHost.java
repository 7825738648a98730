package org.jointattention.command;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import org.junit.rules.ExternalResource;
import org.scijava.command.Command;
import org.scijava.module.Module;

/** Runs commands as scripts do, with images that are open as in ImageJ's batch mode. */
public final class CommandHost extends ExternalResource {
    private CommandHarness harness;

    @Override
    protected void before() {
        harness = new CommandHarness();
        Interpreter.batchMode = true;
    }

    @Override
    protected void after() {
        int[] ids = WindowManager.getIDList();
        for (int i = 0; ids != null && i < ids.length; i++) {
            Interpreter.removeBatchModeImage(WindowManager.getImage(ids[i]));
        }
        WindowManager.setTempCurrentImage(null);
        Interpreter.batchMode = false;
        harness.close();
    }

    /** Runs a command with inputs as name, value, name, value. */
    public Module run(Class<? extends Command> command, Object... inputs) {
        return harness.run(command, inputs);
    }

    /** The message of a command that has to fail. */
    public String refusal(Class<? extends Command> command, Object... inputs) {
        String message =
                assertThrows(CommandException.class, () -> run(command, inputs)).getMessage();
        assertTrue(message, message.length() > 10);
        return message;
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
