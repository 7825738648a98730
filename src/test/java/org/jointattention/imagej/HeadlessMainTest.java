package org.jointattention.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.jointattention.gui.HeadlessRun;
import org.junit.Test;

/** Macros without a display: what works, and that the exit status tells the truth. */
public class HeadlessMainTest {
    private static final String IMAGE = "newImage(\"ramp\", \"8-bit ramp\", 40, 30, 1);\n";
    private static final String PROBE = "run(\"Joint Attention Probe...\", ";

    @Test
    public void imageJsCommandsAndOursWork() {
        HeadlessRun run = HeadlessRun.of(
                IMAGE
                        + "run(\"Invert\"); run(\"Find Edges\");\n"
                        + "setThreshold(100, 255); run(\"Convert to Mask\");\n"
                        + "run(\"Measure\");\n"
                        + "print(\"rows\", nResults);\n"
                        + PROBE + "\"words=\" + getArgument() + \" tiles=3\");\n"
                        + "run(\"16-bit\"); print(\"depth\", bitDepth(), getTitle());\n"
                        + "print(\"said\", call(\"org.jointattention.imagej.Headless.run\", \"AboutJointAttention\"));\n"
                        + "exit();",
                "given");
        run.assertSucceeded();
        assertTrue(run.out(), run.out().contains("rows 1"));
        assertTrue(run.out(), run.out().contains("7|0.5|given|first|false|"));
        assertTrue(run.out(), run.out().contains("does not know tiles"));
        assertTrue(run.out(), run.out().contains("depth 16 inverted"));
        assertTrue(run.out(), run.out().contains("said joint-attention "));
        assertEquals("", run.err());
    }

    @Test
    public void ourFailureEndsTheMacroWithStatusOne() {
        HeadlessRun run = HeadlessRun.of(IMAGE + PROBE + "\"end=failure\");\nprint(\"and on\");");
        run.assertFailed();
        assertEquals(
                "error: The probe cannot read it: choose another end. (in line 2 of the macro)",
                run.err().trim());
        assertFalse("told once", run.out().contains("cannot read it"));
        assertFalse(run.out(), run.out().contains("and on"));
    }

    @Test
    public void aWrongValueEndsTheMacroWithStatusOne() {
        HeadlessRun run = HeadlessRun.of(IMAGE
                + "call(\"org.jointattention.imagej.Headless.run\","
                + " \"org.jointattention.imagej.ProbeCommand\", \"number=-1\");\nprint(\"and on\");");
        run.assertFailed();
        assertTrue(run.err(), run.err().contains("number: -1 is out of range: 0 to 100."));
        assertFalse(run.err(), run.err().contains("\tat "));
        assertFalse(run.out(), run.out().contains("and on"));
    }

    @Test
    public void failuresOfImageJEndTheMacroWithStatusOne() {
        assertMessage("open(\"/no/such/file.tif\");", "file.tif");
        assertMessage("run(\"No Such Command\");", "Unrecognized command: \"No Such Command\"");
        assertMessage("run(\"Invert\");", "no images open");
        assertMessage(IMAGE + "run(\"Gaussian Blur...\", \"sigma=2\");", "needs a display");
        assertMessage("newImage(\"stack\", \"8-bit ramp\", 40, 30, 3);\nrun(\"Invert\");", "stack or slice");
        assertMessage("x = undefined + 1;", "Undefined");
        assertMessage("exit(\"my reason\");", "exit");
        assertMessage("run(\"ROI Manager...\");", "needs a display");
    }

    private static void assertMessage(String macro, String message) {
        HeadlessRun run = HeadlessRun.of(macro + "\nprint(\"and on\");");
        run.assertFailed();
        assertTrue(run.err() + run.out(), run.err().contains(message));
        assertFalse(run.out(), run.out().contains("and on"));
    }
}
