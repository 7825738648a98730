package org.jointattention.gui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** Fills the dialog of a command, input by input, by the inputs' names. */
public final class DialogDriver {
    private final Dialog dialog;

    private DialogDriver(Dialog dialog) {
        this.dialog = dialog;
    }

    /** Waits for the dialog of a command. */
    public static DialogDriver of(String label) {
        String title = label.replace("...", "");
        Waiting.until("the dialog " + title, () -> Windows.dialog(title).isPresent());
        return new DialogDriver(Windows.dialog(title).get());
    }

    /** Chooses from a list. */
    public DialogDriver choose(String input, String choice) {
        JComboBox<?> box = find(input, JComboBox.class);
        on(() -> {
            for (int i = 0; i < box.getItemCount(); i++) {
                if (box.getItemAt(i).equals(choice)) {
                    box.setSelectedIndex(i);
                    return;
                }
            }
            throw new AssertionError(input + " has no choice " + choice);
        });
        return this;
    }

    /** Types over what a field holds. */
    public DialogDriver type(String input, String text) {
        JTextField field = find(input, JTextField.class);
        on(() -> field.setText(text));
        return this;
    }

    /** Ticks a box, or takes the tick away. */
    public DialogDriver tick(String input, boolean ticked) {
        JCheckBox box = find(input, JCheckBox.class);
        on(() -> {
            if (box.isSelected() != ticked) {
                box.doClick();
            }
        });
        return this;
    }

    /** What an input shows: its text, its choice, or true or false. */
    public String value(String input) {
        JComponent component = find(input, JComponent.class);
        return Windows.onEventThread(() -> {
            if (component instanceof JComboBox) {
                return String.valueOf(((JComboBox<?>) component).getSelectedItem());
            }
            return component instanceof JCheckBox
                    ? String.valueOf(((JCheckBox) component).isSelected())
                    : ((JTextField) component).getText();
        });
    }

    /** The tool tip of an input. */
    public String help(String input) {
        return find(input, JComponent.class).getToolTipText();
    }

    /** What can be chosen. */
    public List<String> choices(String input) {
        JComboBox<?> box = find(input, JComboBox.class);
        return Windows.onEventThread(() -> {
            List<String> choices = new ArrayList<>();
            for (int i = 0; i < box.getItemCount(); i++) {
                choices.add(box.getItemAt(i).toString());
            }
            return choices;
        });
    }

    /** What stands below an input that was not accepted; empty if it was. */
    public String complaint(String input) {
        JLabel label = find(input + " complaint", JLabel.class);
        return Windows.onEventThread(() -> label.isVisible() ? label.getText() : "");
    }

    /** Clicks OK; the dialog may stay open with a complaint. */
    public DialogDriver ok() {
        return click("OK");
    }

    /** Clicks Cancel. */
    public DialogDriver cancel() {
        return click("Cancel");
    }

    /** Clicks a button by its name. */
    public DialogDriver click(String name) {
        JButton button = find(name, JButton.class);
        on(button::doClick);
        return this;
    }

    public boolean isOpen() {
        return dialog.isShowing();
    }

    public Dialog window() {
        return dialog;
    }

    private static void on(Runnable work) {
        Windows.onEventThread(() -> {
            work.run();
            return true;
        });
    }

    private <T> T find(String name, Class<T> type) {
        Component found = Windows.onEventThread(() -> new Component[] {search(dialog, name)})[0];
        if (!type.isInstance(found)) {
            throw new AssertionError(
                    "the dialog " + dialog.getTitle() + " has no " + type.getSimpleName() + " " + name);
        }
        return type.cast(found);
    }

    private static Component search(Container container, String name) {
        for (Component part : container.getComponents()) {
            if (name.equals(part.getName())) {
                return part;
            }
            Component found = part instanceof Container ? search((Container) part, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
