package org.jointattention.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.Test;

public class CardTextTest {
    private static String figures(Map<String, String> figures) {
        ModelCard card = new ModelCard("n", "", "", "", "", "", figures);
        String text = CardText.markdown(TestModels.spec(), card);
        return text.substring(text.indexOf("- tile")).replaceFirst(".*\\n", "");
    }

    @Test
    public void figuresStandUnderWhatTheyTellOf() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("validation Dice", "0.9");
        figures.put("training images", "8");
        figures.put("test Dice", "0.8");
        figures.put("steps", "100");
        assertEquals(
                "\n## Training\n\n- training images: 8\n- steps: 100\n"
                        + "\n## Validation\n\n- validation Dice: 0.9\n"
                        + "\n## Test\n\n- test Dice: 0.8\n",
                figures(figures));
    }

    @Test
    public void headingsWithoutFiguresAreLeftOut() {
        assertFalse(figures(Map.of("steps", "1")).contains("Test"));
        assertEquals("", figures(Map.of()));
    }

    @Test
    public void printableHasNoControlCharactersButTabsAndLineEnds() {
        assertEquals("a\tb\nc\nd\n\u00e9", CardText.printable("a\tb\r\nc\rd\n\u00e9"));
        assertEquals("?[2J?2J??", CardText.printable("\u001b[2J\u009b2J\u0000\u007f"));
    }
}
