package org.jointattention.imagej;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** What fills a dialog: fields, which scroll where the screen is too low for all of them, and the buttons below. */
final class DialogPane {
    private static final int SCROLL_STEP = 16;

    private final JDialog dialog;

    DialogPane(JDialog dialog, JComponent fields, JComponent buttons) {
        this.dialog = dialog;
        JScrollPane scroll = new JScrollPane(fields);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(SCROLL_STEP);
        JPanel foot = new JPanel(new BorderLayout());
        foot.setBorder(BorderFactory.createEmptyBorder(0, 12, 8, 12));
        foot.add(buttons, BorderLayout.EAST);
        dialog.getContentPane().add(scroll, BorderLayout.CENTER);
        dialog.getContentPane().add(foot, BorderLayout.SOUTH);
    }

    /** Makes the dialog as large as its fields, or as high as the screen. */
    void pack() {
        dialog.pack();
        int screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds().height;
        if (dialog.getHeight() > screen) {
            int bar = new JScrollPane().getVerticalScrollBar().getPreferredSize().width;
            dialog.setSize(new Dimension(dialog.getWidth() + bar, screen));
        }
    }

    /** Scrolls to a component whenever it gets the focus. */
    static void reveal(JComponent component) {
        component.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                component.scrollRectToVisible(new Rectangle(component.getSize()));
            }
        });
    }
}
