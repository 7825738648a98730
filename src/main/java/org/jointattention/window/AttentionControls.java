package org.jointattention.window;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jointattention.engine.AttentionBlock;

/** The small window with the choice of block and part, and a line that says what is shown. Use on the EDT only. */
final class AttentionControls {
    static final String ROW = "where it looked (P)";
    static final String GATE = "gate (D)";

    private final JFrame frame;
    private final JComboBox<AttentionBlock> blocks;
    private final JComboBox<String> parts = new JComboBox<>();
    private final JLabel text = new JLabel("Move the mouse over the image.");

    /**
     * @param changed is told when another block or part is chosen
     * @param closed is told when the user closes the window
     */
    AttentionControls(
            String title, List<AttentionBlock> choices, AttentionBlock first, Runnable changed, Runnable closed) {
        frame = new JFrame(title);
        blocks = new JComboBox<>(choices.toArray(new AttentionBlock[0]));
        blocks.setName("block");
        parts.setName("part");
        text.setName("text");
        blocks.setSelectedItem(first);
        listParts();
        blocks.addActionListener(event -> {
            listParts();
            changed.run();
        });
        parts.addActionListener(event -> {
            if (parts.getSelectedItem() != null) {
                changed.run();
            }
        });
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closed.run();
            }
        });
        arrange();
    }

    private void arrange() {
        JPanel choices = new JPanel(new FlowLayout(FlowLayout.LEADING));
        choices.add(new JLabel("Block"));
        choices.add(blocks);
        choices.add(new JLabel("Show"));
        choices.add(parts);
        text.setBorder(BorderFactory.createEmptyBorder(0, 6, 8, 6));
        frame.add(choices, BorderLayout.CENTER);
        frame.add(text, BorderLayout.SOUTH);
        frame.pack();
        frame.setSize(Math.max(frame.getWidth(), 460), frame.getHeight());
    }

    /** The parts that the chosen block has. */
    private void listParts() {
        Object before = parts.getSelectedItem();
        parts.removeAllItems();
        if (block().hasRows()) {
            parts.addItem(ROW);
        }
        if (block().hasGate()) {
            parts.addItem(GATE);
        }
        if (before != null) {
            parts.setSelectedItem(before); // ignored where the block lacks it
        }
    }

    AttentionBlock block() {
        return (AttentionBlock) blocks.getSelectedItem();
    }

    boolean isGate() {
        return GATE.equals(parts.getSelectedItem());
    }

    void say(String line) {
        text.setText(line);
        text.setToolTipText(line);
    }

    void show(int x, int y) {
        frame.setLocation(x, y);
        frame.setVisible(true);
    }

    void dispose() {
        frame.dispose();
    }
}
