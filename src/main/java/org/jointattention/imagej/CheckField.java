package org.jointattention.imagej;

import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.scijava.module.ModuleItem;

/** Yes or no. */
final class CheckField extends InputField {
    private final JCheckBox box;

    CheckField(ModuleItem<?> item, String label) {
        super(item);
        box = new JCheckBox(label);
    }

    @Override
    JComponent component() {
        return box;
    }

    @Override
    JComponent focus() {
        return box;
    }

    @Override
    String text() {
        return Boolean.toString(box.isSelected());
    }

    @Override
    void show(String text) {
        box.setSelected(Boolean.parseBoolean(text));
    }

    @Override
    void onChange(Runnable listener) {
        box.addActionListener(event -> listener.run());
    }

    @Override
    boolean isLabelled() {
        return true;
    }
}
