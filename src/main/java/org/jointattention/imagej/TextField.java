package org.jointattention.imagej;

import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.scijava.module.ModuleItem;

/** Text or a number. */
class TextField extends InputField {
    private final JTextField field;

    TextField(ModuleItem<?> item, int columns) {
        super(item);
        field = new JTextField(columns);
    }

    @Override
    JComponent component() {
        return field;
    }

    @Override
    final JComponent focus() {
        return field;
    }

    @Override
    final String text() {
        return field.getText();
    }

    @Override
    final void show(String text) {
        if (!text.equals(field.getText())) { // else the caret would jump while the user types
            field.setText(text);
        }
    }

    @Override
    final void onChange(Runnable listener) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                listener.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                listener.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                // the style of text changed, which says nothing here
            }
        });
    }
}
