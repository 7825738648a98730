package org.jointattention.imagej;

import ij.IJ;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.jointattention.command.CommandFailure;
import org.jointattention.command.MessageText;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.ModuleItem;

/**
 * A dialog made from a command's inputs. It stays open until all inputs are acceptable, with the complaint below the
 * field, or the user cancels.
 */
final class InputDialog {
    private final String title;
    private final CommandInputs inputs;
    private final List<ModuleItem<?>> asked;
    private final Context context;
    private final List<InputField> fields = new ArrayList<>();
    private JDialog dialog;
    private DialogPane pane;
    private boolean accepted;
    private boolean updating;

    InputDialog(String label, CommandInputs inputs, List<ModuleItem<?>> asked, Context context) {
        title = label.replace("...", "");
        this.inputs = inputs;
        this.asked = asked;
        this.context = context;
    }

    /** Shows the dialog and waits; the inputs are set when it returns true. */
    boolean ask() {
        try {
            if (SwingUtilities.isEventDispatchThread()) {
                open();
            } else {
                SwingUtilities.invokeAndWait(this::open);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
        return accepted;
    }

    private void open() {
        dialog = new JDialog(IJ.getInstance(), title, true);
        JPanel panel = new JPanel(new GridBagLayout());
        panel.setBorder(BorderFactory.createEmptyBorder(12, 12, 6, 12));
        asked.forEach(item -> add(panel, item));
        pane = new DialogPane(dialog, panel, buttons());
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> dialog.dispose(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        pane.pack();
        dialog.setLocationRelativeTo(IJ.getInstance());
        dialog.setVisible(true);
    }

    private void add(JPanel panel, ModuleItem<?> item) {
        if (item.getVisibility() == ItemVisibility.MESSAGE) {
            add(panel, new JLabel(inputs.text(item)), 0, 2, GridBagConstraints.WEST);
            return;
        }
        InputField field = InputFields.create(item);
        if (!CommandInputs.isImage(item)) {
            field.show(inputs.text(item));
        }
        field.onChange(() -> changed(field));
        DialogPane.reveal(field.focus());
        fields.add(field);
        if (!field.isLabelled()) {
            JLabel label = new JLabel(InputFields.label(item) + ":");
            label.setLabelFor(field.focus());
            label.setToolTipText(field.focus().getToolTipText());
            add(panel, label, 0, 1, GridBagConstraints.EAST);
        }
        add(panel, field.component(), 1, 1, GridBagConstraints.WEST);
        add(panel, field.complaint(), 1, 1, GridBagConstraints.WEST);
    }

    /** Components are stacked: a label shares the row of what comes next. */
    private static void add(JPanel panel, JComponent component, int column, int width, int anchor) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = panel.getComponentCount() == 0 ? 0 : nextRow(panel, column);
        place.gridwidth = width;
        place.anchor = anchor;
        place.insets = new Insets(3, 3, 3, 3);
        panel.add(component, place);
    }

    private static int nextRow(JPanel panel, int column) {
        GridBagLayout layout = (GridBagLayout) panel.getLayout();
        GridBagConstraints last = layout.getConstraints(panel.getComponent(panel.getComponentCount() - 1));
        boolean sameRow = last.gridx == 0 && last.gridwidth == 1 && column == 1;
        return sameRow ? last.gridy : last.gridy + 1;
    }

    private JPanel buttons() {
        JButton ok = new JButton("OK");
        ok.setName("OK");
        ok.addActionListener(event -> accept());
        JButton cancel = new JButton("Cancel");
        cancel.setName("Cancel");
        cancel.addActionListener(event -> dialog.dispose());
        dialog.getRootPane().setDefaultButton(ok);
        JPanel panel = new JPanel();
        panel.add(ok);
        panel.add(cancel);
        return panel;
    }

    private void accept() {
        fields.forEach(InputField::beContent);
        try {
            fields.forEach(this::take);
            inputs.validate(context);
            accepted = true;
            dialog.dispose();
        } catch (InputException e) {
            complain(e);
        } catch (RuntimeException e) { // of the command itself, such as a list of models that cannot be read
            JOptionPane.showMessageDialog(
                    dialog, MessageText.wrap(new CommandFailure(e).message()), title, JOptionPane.ERROR_MESSAGE);
        }
    }

    private void take(InputField field) {
        ModuleItem<?> item = field.item();
        if (CommandInputs.isImage(item)) {
            ImageInputs.named(item, field.text()).ifPresent(image -> inputs.set(item, image));
        } else {
            inputs.set(item, InputText.parse(item, field.text()));
        }
    }

    private void complain(InputException complaint) {
        for (InputField field : fields) {
            if (field.item().getName().equals(complaint.input())) {
                String text = complaint.getMessage();
                field.complain(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
            }
        }
        pane.pack();
    }

    /** Lets the command react to a change, and shows what it has changed itself. */
    private void changed(InputField field) {
        String callback = field.item().getCallback();
        if (updating || callback == null || callback.isEmpty()) {
            return;
        }
        updating = true;
        try {
            take(field);
            inputs.callback(field.item());
            fields.stream().filter(other -> other != field).forEach(other -> other.show(inputs.text(other.item())));
        } catch (InputException e) {
            field.beContent(); // half typed: the complaint waits for OK
        } finally {
            updating = false;
        }
    }
}
