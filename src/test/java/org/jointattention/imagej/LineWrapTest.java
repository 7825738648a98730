package org.jointattention.imagej;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class LineWrapTest {
    private final LineWrap wrap = new LineWrap(20);

    @Test
    public void shortLinesStayAsTheyAre() {
        assertEquals("a  b\n\n  20 characters long", wrap.wrap("a  b\n\n  20 characters long"));
        assertEquals("", wrap.wrap(""));
    }

    @Test
    public void whatGoesOnIsIndented() {
        assertEquals("one two three four\n  five six", wrap.wrap("one two three four five six"));
        assertEquals("   one two three\n     four", wrap.wrap("   one two three four"));
    }

    @Test
    public void theSecondColumnIsKept() {
        assertEquals("GPU   none: there is\n      no driver", wrap.wrap("GPU   none: there is no driver"));
        assertEquals("  a  one two three\n     four five six", wrap.wrap("  a  one two three four five six"));
    }

    @Test
    public void aWordLongerThanALineStaysWhole() {
        String path = "/a/very/long/path/of/a/file";
        assertEquals("in  " + path + "\n    or so", wrap.wrap("in  " + path + " or so"));
        assertEquals(path, wrap.wrap(path));
    }
}
