package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.jointattention.command.HostFolders;
import org.jointattention.model.ModelStore;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Joint Attention Models in real ImageJ and without a display. */
public class ModelsGuiTest extends GuiTest {
    private static final String LABEL = "Joint Attention Models...";
    private static final String TEXT = "Joint Attention Models";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final File imported =
            new HostFolders().models().resolve("exported.zip").toFile();

    @After
    public void forget() throws IOException {
        Files.deleteIfExists(imported.toPath());
    }

    @Test
    public void whatIsRecordedDoesTheSameAgainAndWithoutADisplay() {
        String line =
                record(LABEL, dialog -> dialog.choose("action", "List").ok()).line();
        String list = textOf(TEXT).trim();
        for (String name : new ModelStore().bundled().names()) {
            assertTrue(list, list.contains(name + "\n"));
        }
        Windows.closeAll();
        replay(line);
        assertEquals(list, textOf(TEXT).trim());
        String out = HeadlessRun.of(line).assertSucceeded().out();
        assertTrue(out, asOneLine(out).contains(asOneLine(list)));
    }

    /** A window wraps long lines, the console does not. */
    private static String asOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    public void anImportedModelIsAChoiceEverywhere() {
        File exported = new File(folder.getRoot(), "exported.zip");
        replay("run(\"" + LABEL + "\", \"action=Export model=nuclei path=[" + exported + "]\");");
        assertTrue(exported.isFile());
        replay("run(\"" + LABEL + "\", \"action=Import path=[" + exported + "]\");");
        assertTrue(imported.isFile());
        String again = replayFailing("run(\"" + LABEL + "\", \"action=Import path=[/none/such.zip]\");");
        assertTrue(again, again.contains("such.zip"));
        show(IJ.createImage("ramp", "8-bit ramp", 40, 30, 1));
        for (String label : new String[] {"Segment Image...", "Inspect Attention...", "Segment Folder..."}) {
            Recording cancelled = record(label, dialog -> {
                assertTrue(dialog.choices("model").contains("nuclei"));
                assertTrue(label, dialog.choices("model").contains("exported.zip"));
                assertFalse(dialog.help("model").isEmpty());
                dialog.cancel();
            });
            assertEquals("", cancelled.line());
        }
    }
}
