package org.jointattention.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import ij.IJ;
import ij.ImagePlus;
import java.util.concurrent.ExecutionException;
import org.jointattention.command.CommandException;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** Commands from a script, through SciJava, without a display: outputs come back, failures are exceptions. */
public class ScriptTest {
    private static Context context;

    @BeforeClass
    public static void createContext() {
        context = new Context();
    }

    @AfterClass
    public static void dispose() {
        context.dispose();
    }

    private static Module run(Object... inputs) throws InterruptedException, ExecutionException {
        return context.service(CommandService.class)
                .run(ProbeCommand.class, true, inputs)
                .get();
    }

    private static ImagePlus ramp() {
        return IJ.createImage("ramp", "8-bit ramp", 20, 10, 1);
    }

    @Test
    public void outputsComeBack() throws InterruptedException, ExecutionException {
        ImagePlus image = ramp();
        Module module = run("image", image, "number", 3, "words", "w", "choice", "first", "real", 1.0, "flag", true);
        assertFalse(((Cancelable) module).isCanceled());
        assertEquals("3|1.0|w|first|true|", module.getOutput("said"));
        ImagePlus inverted = (ImagePlus) module.getOutput("inverted");
        assertEquals(
                255 - image.getProcessor().get(5, 5), inverted.getProcessor().get(5, 5));
    }

    @Test
    public void aFailureIsAnExceptionWithTheMessage() throws InterruptedException {
        assertFails("The probe cannot read it: choose another end.", "image", ramp(), "end", "failure");
        assertFails("'bad' is a bad word", "image", ramp(), "words", "bad");
    }

    @Test
    public void cancellingIsQuiet() throws InterruptedException, ExecutionException {
        Module module = run("image", ramp(), "end", "cancelled", "words", "fine");
        assertTrue(((Cancelable) module).isCanceled());
        assertEquals(null, ((Cancelable) module).getCancelReason());
    }

    private static void assertFails(String message, Object... inputs) throws InterruptedException {
        try {
            run(inputs);
            fail("no failure");
        } catch (ExecutionException | RuntimeException e) {
            Throwable cause = e;
            while (cause != null && !(cause instanceof CommandException)) {
                cause = cause.getCause();
            }
            assertEquals(message, cause == null ? e.toString() : cause.getMessage());
        }
    }
}
