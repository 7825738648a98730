package org.jointattention.command;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import java.awt.event.KeyEvent;
import org.junit.After;
import org.junit.Test;

public class RunningCommandsTest {
    private final RunningCommands running = new RunningCommands();

    @After
    public void forget() {
        IJ.resetEscape();
    }

    @Test
    public void anEscapeOfLongAgoIsForgotten() {
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        running.begin();
        assertFalse(IJ.escapePressed());
    }

    @Test
    public void aSecondCommandDoesNotTakeTheEscapeFromTheFirst() {
        running.begin();
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        running.begin();
        assertTrue(IJ.escapePressed());
        running.end();
        running.begin();
        assertTrue(IJ.escapePressed());
        running.end();
        running.end();
        running.begin();
        assertFalse(IJ.escapePressed());
    }
}
