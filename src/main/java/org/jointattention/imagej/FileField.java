package org.jointattention.imagej;

import java.awt.BorderLayout;
import java.io.File;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import org.scijava.module.ModuleItem;

/** A file or a folder, with a button to look for it. */
final class FileField extends TextField {
    private final JPanel panel = new JPanel(new BorderLayout(4, 0));
    private final String style;

    FileField(ModuleItem<?> item, int columns) {
        super(item, columns);
        style = item.getWidgetStyle() == null ? "" : item.getWidgetStyle();
        JButton browse = new JButton("Browse...");
        browse.setName(item.getName() + " browse");
        browse.addActionListener(event -> browse());
        panel.add(focus(), BorderLayout.CENTER);
        panel.add(browse, BorderLayout.EAST);
    }

    @Override
    JComponent component() {
        return panel;
    }

    private void browse() {
        JFileChooser chooser = new JFileChooser();
        chooser.setSelectedFile(new File(text()).getAbsoluteFile());
        boolean folder = style.contains("directory");
        chooser.setFileSelectionMode(folder ? JFileChooser.DIRECTORIES_ONLY : JFileChooser.FILES_ONLY);
        int answer = style.contains("save") ? chooser.showSaveDialog(panel) : chooser.showOpenDialog(panel);
        if (answer == JFileChooser.APPROVE_OPTION) {
            show(chooser.getSelectedFile().getPath());
        }
    }
}
