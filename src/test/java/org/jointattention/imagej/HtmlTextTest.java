package org.jointattention.imagej;

import static org.junit.Assert.assertEquals;

import java.io.StringReader;
import javax.swing.text.Document;
import javax.swing.text.html.HTMLEditorKit;
import org.junit.Test;

public class HtmlTextTest {
    @Test
    public void whatLooksLikeATagIsText() throws Exception {
        String text = "a < b & <b>c</b> &lt;";
        HTMLEditorKit kit = new HTMLEditorKit();
        Document shown = kit.createDefaultDocument();
        kit.read(new StringReader(HtmlText.wrapped(text)), shown, 0);
        assertEquals(text, shown.getText(0, shown.getLength()).trim());
    }
}
