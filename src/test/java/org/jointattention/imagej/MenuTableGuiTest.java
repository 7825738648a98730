package org.jointattention.imagej;

import static org.junit.Assert.assertEquals;

import ij.Menus;
import java.util.Map;
import java.util.TreeMap;
import org.jointattention.gui.GuiTest;
import org.junit.Test;

/** What runs without a display is what ImageJ's own menu would run. */
public class MenuTableGuiTest extends GuiTest {
    @Test
    public void theTableOfCommandsIsImageJs() {
        Map<String, String> expected = new TreeMap<>();
        Menus.getCommands().forEach((label, call) -> expected.put(label.toString(), call.toString()));
        expected.keySet().removeIf(label -> label.matches("Lena.*|Bridge.*")); // they are no more
        Map<String, String> actual = new TreeMap<>();
        HeadlessMenu.commands().forEach((label, line) -> actual.put(label, line.call()));
        assertEquals(expected.toString().replace(", ", "\n"), actual.toString().replace(", ", "\n"));
    }
}
