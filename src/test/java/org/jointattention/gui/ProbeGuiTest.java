package org.jointattention.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.List;
import org.jointattention.imagej.ProbeCommand;
import org.junit.Test;

/** The bridge in real ImageJ: dialog, recorder, macros and failures, with a command made for it. */
public class ProbeGuiTest extends GuiTest {
    private static final String LABEL = "Joint Attention Probe...";
    private static final String IMAGE = "newImage(\"ramp\", \"8-bit ramp\", 40, 30, 1);\n";

    private static ImagePlus ramp() {
        return IJ.createImage("ramp", "8-bit ramp", 40, 30, 1);
    }

    @Test
    public void whatIsRecordedDoesTheSameAgainAndWithoutADisplay() {
        show(ramp());
        String line = record(
                        LABEL,
                        dialog -> dialog.type("words", "say \"a [b]\" \\ c=d")
                                .type("number", "12")
                                .type("real", "1e-3")
                                .choose("choice", "second choice")
                                .tick("flag", true)
                                .type("folder", "/data/a folder")
                                .ok())
                .line();
        assertEquals(
                "run(\"Joint Attention Probe...\", \"number=12 real=0.001 words=[say \\\"a [b]\\\" \\\\ c=d]"
                        + " choice=[second choice] flag=true folder=[/data/a folder] end=well\");",
                line);
        String said = "12|0.001|say \"a [b]\" \\ c=d|second choice|true|/data/a folder";
        assertEquals(said, textOf("Probe").trim());
        ImagePlus byHand = newImage().duplicate();

        Windows.closeAll();
        show(ramp());
        replay(line);
        assertEquals(said, textOf("Probe").trim());
        assertSame(byHand, newImage());

        String mean = IJ.d2s(byHand.getStatistics().mean, 3);
        HeadlessRun run = HeadlessRun.of(IMAGE + line + "\nprint(getTitle(), d2s(getValue(\"Mean\"), 3), nImages);")
                .assertSucceeded();
        assertTrue(run.out(), run.out().contains(said));
        assertTrue(run.out(), run.out().contains("inverted " + mean + " 2"));
    }

    @Test
    public void aDialogStaysWithAComplaintAtTheField() {
        show(ramp());
        Recording recorded = record(LABEL, dialog -> {
            dialog.type("number", "101").ok();
            assertEquals("101 is out of range: 0 to 100", dialog.complaint("number"));
            dialog.type("number", "many").ok();
            assertEquals("'many' is not a whole number: 0 to 100", dialog.complaint("number"));
            dialog.type("words", "bad words");
            assertEquals("2", dialog.value("number"));
            dialog.ok();
            assertEquals("", dialog.complaint("number"));
            assertEquals("'bad' is a bad word", dialog.complaint("words"));
            assertTrue(dialog.isOpen());
            assertTrue(dialog.help("words").contains("No &lt;bad&gt; words."));
            assertEquals(List.of("first", "second choice"), dialog.choices("choice"));
            dialog.type("words", "three good words").ok();
            assertFalse(dialog.isOpen());
        });
        assertTrue(
                recorded.line(),
                recorded.line().contains("number=3 ") && recorded.line().contains("[three good words]"));
    }

    @Test
    public void theDialogRemembersAndMacrosDoNot() {
        show(ramp());
        record(
                LABEL,
                dialog ->
                        dialog.type("words", "remembered").type("number", "55").ok());
        Windows.closeAll();
        show(ramp());
        Recording cancelled = record(LABEL, dialog -> {
            assertEquals("remembered", dialog.value("words"));
            assertEquals("55", dialog.value("number"));
            dialog.cancel();
        });
        assertEquals("", cancelled.line());
        replay("run(\"" + LABEL + "\", \"flag=true\");");
        assertEquals("7|0.5|some words|first|true|", textOf("Probe").trim());
    }

    @Test
    public void aMacroEndsWithOneMessage() {
        show(ramp());
        String after = "\nprint(\"and on\");";
        String range = replayFailing("run(\"" + LABEL + "\", \"number=300\");" + after);
        assertTrue(range, range.contains("Joint Attention Probe..., number: 300 is out of range: 0 to 100"));
        String choice = replayFailing("setBatchMode(true); run(\"" + LABEL + "\", \"choice=none\");" + after);
        assertTrue(choice, choice.contains("none of the choices: first, second choice"));
        String failure = replayFailing("run(\"" + LABEL + "\", \"end=failure\");" + after);
        assertTrue(failure, failure.contains("The probe cannot read it: choose another end. in line 1"));
        String mistake = replayFailing("run(\"" + LABEL + "\", \"end=mistake\");" + after);
        assertTrue(mistake, mistake.contains("This should not have happened"));
        String words = replayFailing("run(\"" + LABEL + "\", \"words=bad\");" + after);
        assertTrue(words, words.contains("words: 'bad' is a bad word"));
        String bare = replayFailing("run(\"" + LABEL + "\", \"flag\");" + after);
        assertTrue(bare, bare.contains("flag=true"));
        assertFalse(log(), log().contains("and on"));
        replay("run(\"" + LABEL + "\", \"end=cancelled\"); run(\"" + LABEL + "\", \"tiles=3\");");
        assertTrue(log(), log().contains("does not know tiles. It knows "));
    }

    @Test
    public void aCommandOfTheMenuFailsWithOneMessage() {
        Recording.call(Recording.menuItem(LABEL));
        assertEquals(
                "Joint Attention Probe: no image is open; open one first.",
                Windows.awaitMessage("Joint Attention Probe"));
        show(ramp());
        Recording.call(Recording.menuItem(LABEL));
        DialogDriver.of(LABEL).choose("end", "failure").ok();
        assertEquals("The probe cannot read it: choose another end.", Windows.awaitMessage("Joint Attention Probe"));
        assertEquals(List.of(), Windows.dialogs());
    }

    @Test
    public void aFailureByHandDoesNotEndAMacroThatIsAtWork() {
        show(ramp());
        MacroRun macro = MacroRun.start("run(\"" + LABEL + "\", \"end=waiting\"); print(\"and on\");");
        Waiting.until("the macro to be at work", () -> IJ.getProperty(ProbeCommand.WAITING) != null);
        Recording.call(Recording.menuItem(LABEL));
        DialogDriver.of(LABEL).choose("end", "failure").ok();
        assertEquals("The probe cannot read it: choose another end.", Windows.awaitMessage("Joint Attention Probe"));
        IJ.setProperty(ProbeCommand.WAITING, null);
        macro.awaitEnd();
        assertTrue(log(), log().contains("and on"));
    }

    @Test
    public void whatACommandSaysStaysInTheLogWindow() {
        show(ramp());
        replay("run(\"" + LABEL + "\", \"end=talking\");");
        Waiting.until("the log", () -> log().contains("It was said."));
        assertTrue(log(), log().contains("Beware."));
        String mistake = replayFailing("run(\"" + LABEL + "\", \"end=mistake\");");
        assertTrue(mistake, mistake.contains("the Log window"));
        assertTrue(log(), log().contains("NullPointerException"));
    }

    @Test
    public void imagesAreChosenByTitle() {
        show(ramp());
        ImagePlus other = IJ.createImage("other one", "8-bit black", 40, 30, 1);
        show(other);
        Recording recorded = record("Joint Attention Compare...", dialog -> {
            assertEquals(List.of("ramp", "other one"), dialog.choices("truth"));
            dialog.choose("truth", "other one").choose("predicted", "ramp").ok();
        });
        assertEquals("run(\"Joint Attention Compare...\", \"truth=[other one] predicted=ramp\");", recorded.line());
        assertEquals("other one and ramp", textOf("Titles").trim());
        replay("run(\"Joint Attention Compare...\", \"truth=ramp predicted=" + other.getID() + "\");");
        Waiting.until("the titles", () -> textOf("Titles").trim().equals("ramp and other one"));
        String unknown = replayFailing("run(\"Joint Attention Compare...\", \"truth=ramp predicted=gone\");");
        assertTrue(unknown, unknown.contains("There is no open image \"gone\""));
        assertEquals(2, WindowManager.getImageCount());
    }
}
