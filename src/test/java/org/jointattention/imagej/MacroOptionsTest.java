package org.jointattention.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import ij.Macro;
import java.util.List;
import java.util.Set;
import org.junit.Test;

/** Options are read as ImageJ reads them, and all keys are known. */
public class MacroOptionsTest {
    private static void assertAsImageJ(String options, String key, String expected) {
        assertEquals(options, expected, Macro.getValue(options + " ", key, "none"));
        assertEquals(options, expected, new MacroOptions(options).value(key).orElse("none"));
    }

    @Test
    public void valuesAreReadAsImageJReadsThem() {
        assertAsImageJ("tile=256", "tile", "256");
        assertAsImageJ("model=[my model] tile=1", "model", "my model");
        assertAsImageJ("model=[my model] tile=1", "tile", "1");
        assertAsImageJ("model='a [b' tile=2", "tile", "2");
        assertAsImageJ("model='a [b' tile=2", "model", "a [b");
        assertAsImageJ("words=[a [b] c=d] c=2", "words", "a [b] c=d");
        assertAsImageJ("words=[] tile=2", "words", "");
        assertAsImageJ("skipExisting=true", "other", "none");
        assertAsImageJ("path=C:\\a\\b.tif", "path", "C:\\a\\b.tif");
        assertAsImageJ("a=1=2", "a", "1=2");
        assertAsImageJ("tile=1 tile=2", "tile", "1");
        assertAsImageJ("", "tile", "none");
    }

    @Test
    public void aKeyInsideAValueIsNone() {
        assertFalse(new MacroOptions("words=[tile=3]").value("tile").isPresent());
    }

    @Test
    public void allKeysAndWordsAreKnown() {
        MacroOptions options = new MacroOptions("tile=256 overlay model=[a b] Crop=true");
        assertEquals(Set.of("tile", "model", "crop"), options.keys());
        assertEquals(List.of("overlay"), options.words());
        assertEquals("true", options.value("CROP").get());
    }
}
