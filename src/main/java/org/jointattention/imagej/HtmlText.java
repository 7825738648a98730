package org.jointattention.imagej;

/** Text that Swing wraps: what labels and tool tips show as it is runs on in one line. */
final class HtmlText {
    private static final int WIDTH = 320;

    private HtmlText() {}

    static String wrapped(String text) {
        return "<html><div width=" + WIDTH + ">" + escape(text) + "</div></html>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
