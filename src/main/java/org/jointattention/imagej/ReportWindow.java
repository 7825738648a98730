package org.jointattention.imagej;

import ij.WindowManager;
import ij.text.TextPanel;
import ij.text.TextWindow;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Frame;

/** Text in a window that is as large as the text, with columns below each other and long lines wrapped. */
final class ReportWindow {
    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, 12);
    private static final int COLUMNS = 100;
    private static final int MARGIN_WIDTH = 40; // scroll bar and borders
    private static final int MARGIN_HEIGHT = 120; // title, menu, scroll bar
    private static final int MOST_LINES = 40;

    private ReportWindow() {}

    /** Opens it, or replaces the text of the one with this title. */
    static void show(String title, String text) {
        String wrapped = new LineWrap(COLUMNS).wrap(text);
        Frame open = WindowManager.getFrame(title);
        if (open instanceof TextWindow) {
            TextPanel panel = ((TextWindow) open).getTextPanel();
            panel.clear();
            panel.append(wrapped);
            open.toFront();
        } else {
            TextWindow window = new TextWindow(title, "", 400, 200);
            TextPanel panel = window.getTextPanel();
            panel.setFont(FONT, true);
            panel.append(wrapped);
            panel.scrollToTop();
            fit(window, wrapped.split("\n"));
        }
    }

    private static void fit(TextWindow window, String[] lines) {
        FontMetrics metrics = window.getFontMetrics(FONT);
        int widest = 0;
        for (String line : lines) {
            widest = Math.max(widest, metrics.stringWidth(line));
        }
        int height = Math.min(lines.length, MOST_LINES) * (metrics.getHeight() + 2);
        window.setSize(Math.max(400, widest + MARGIN_WIDTH), height + MARGIN_HEIGHT);
        window.validate();
    }
}
