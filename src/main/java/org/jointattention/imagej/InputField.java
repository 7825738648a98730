package org.jointattention.imagej;

import java.awt.Color;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.scijava.module.ModuleItem;

/** One input in a dialog: a component that shows and takes its value as text, and a line for a complaint. */
abstract class InputField {
    private static final Color COMPLAINT = new Color(0xb00020);
    private static final int LINE = 60; // characters

    private final ModuleItem<?> item;
    private final JLabel complaint = new JLabel(" ");

    InputField(ModuleItem<?> item) {
        this.item = item;
        complaint.setForeground(COMPLAINT);
        complaint.setName(item.getName() + " complaint");
        complaint.setVisible(false);
    }

    final ModuleItem<?> item() {
        return item;
    }

    final JLabel complaint() {
        return complaint;
    }

    final void complain(String message) {
        complaint.setText(message.length() > LINE ? HtmlText.wrapped(message) : message);
        complaint.setVisible(true);
        focus().requestFocusInWindow();
    }

    final void beContent() {
        complaint.setVisible(false);
    }

    /** What stands in the dialog. */
    abstract JComponent component();

    /** What the user types into or clicks on; it has the input's name. */
    abstract JComponent focus();

    abstract String text();

    abstract void show(String text);

    /** Calls back whenever the user has changed the value. */
    abstract void onChange(Runnable listener);

    /** Whether the component says itself what it is, as a check box does. */
    boolean isLabelled() {
        return false;
    }
}
