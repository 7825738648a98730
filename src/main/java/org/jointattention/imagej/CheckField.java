package org.jointattention.imagej;

import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.scijava.module.ModuleItem;

/** Yes or no. */
final class CheckField extends InputField {
    private final JCheckBox box;

    CheckField(ModuleItem<?> item, String label) {
        super(item);
        box = new JCheckBox(label);
        box.setBorder(BorderFactory.createEmptyBorder(2, 0, 2, 0)); // flush with the fields above
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
