package org.jointattention.imagej;

import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import org.scijava.module.ModuleItem;

/** One of several. */
final class ChoiceField extends InputField {
    private final JComboBox<String> box;

    ChoiceField(ModuleItem<?> item, List<String> choices) {
        super(item);
        box = new JComboBox<>(choices.toArray(new String[0]));
        box.setMaximumRowCount(20);
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
        Object selected = box.getSelectedItem();
        return selected == null ? "" : selected.toString();
    }

    @Override
    void show(String text) {
        box.setSelectedItem(text);
    }

    @Override
    void onChange(Runnable listener) {
        box.addActionListener(event -> listener.run());
    }
}
