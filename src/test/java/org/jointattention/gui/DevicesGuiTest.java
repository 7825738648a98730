package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** The commands without inputs, in real ImageJ and without a display. */
public class DevicesGuiTest extends GuiTest {
    private static final String DEVICES = "run(\"Joint Attention Devices\");";
    private static final String ABOUT = "run(\"About Joint Attention\");";

    @Test
    public void devicesAreRecordedAndReplayed() {
        assertEquals(DEVICES, record("Joint Attention Devices").line());
        assertReport(textOf("Joint Attention Devices"));
        Windows.closeAll();
        replay(DEVICES);
        assertReport(textOf("Joint Attention Devices"));
    }

    @Test
    public void devicesRunWithoutADisplay() {
        assertReport(HeadlessRun.of(DEVICES).assertSucceeded().out());
    }

    private static void assertReport(String report) {
        assertTrue(report, report.contains("library    TensorFlow 2."));
        assertTrue(report, report.matches("(?s).*GPU        (none: \\S+|GPU:).*"));
        assertTrue(report, report.contains("convolution and gradient right"));
    }

    @Test
    public void aboutIsRecordedAndReplayed() {
        assertEquals(ABOUT, record("About Joint Attention").line());
        assertTrue(textOf("About Joint Attention").contains("ISBI 2022"));
        replay("setBatchMode(true);\n" + ABOUT);
        assertTrue(log(), log().contains("ISBI 2022"));
    }
}
