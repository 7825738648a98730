package org.jointattention.window;

import ij.WindowManager;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.Timer;

/**
 * The live window of a training: curves, preview, plan, and two buttons to end it. It looks at a {@link TrainingMonitor}
 * twice a second and never waits for the training. Closing it leaves the training running: ESC in ImageJ's window still
 * stops it.
 */
public final class TrainingWindow extends JFrame {
    private static final long serialVersionUID = 1L;
    private static final int MILLISECONDS = 500;
    private static final int BAR = 1000;

    private final transient TrainingMonitor monitor;
    private final JLabel status = new JLabel("Preparing...");
    private final JLabel device = new JLabel(" ");
    private final JProgressBar bar = new JProgressBar(0, BAR);
    private final PictureView chart = new PictureView(720, 430);
    private final PreviewPanel preview = new PreviewPanel();
    private final JButton stop = new JButton("Stop and keep");
    private final JButton cancel = new JButton("Cancel");
    private final Timer timer = new Timer(MILLISECONDS, event -> update());
    private transient PreviewPicture shown;
    private Dimension drawn = new Dimension();
    private long revision = -1;

    /** Shows the window as soon as the event thread has time; returns at once. */
    public static void open(String title, TrainingMonitor monitor) {
        EventQueue.invokeLater(() -> new TrainingWindow(title, monitor).setVisible(true));
    }

    private TrainingWindow(String title, TrainingMonitor monitor) {
        super(title);
        this.monitor = monitor;
        setName("training");
        JPanel content = new JPanel(new BorderLayout(0, 6));
        content.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        content.add(head(), BorderLayout.NORTH);
        content.add(tabs(), BorderLayout.CENTER);
        content.add(foot(), BorderLayout.SOUTH);
        setContentPane(content);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        addWindowListener(new Closing());
        getRootPane()
                .registerKeyboardAction(
                        event -> monitor.stopAndKeep(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        pack();
        fitScreen();
        setLocationByPlatform(true);
        WindowManager.addWindow(this);
        update();
        timer.start();
    }

    /** The chart gives way where the screen is low. */
    private void fitScreen() {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        setSize(Math.min(getWidth(), screen.width), Math.min(getHeight(), screen.height));
    }

    private JComponent head() {
        JPanel lines = new JPanel(new GridLayout(2, 1, 0, 2));
        lines.add(status);
        lines.add(device);
        return lines;
    }

    private JComponent tabs() {
        JPanel curves = new JPanel(new BorderLayout());
        curves.add(chart, BorderLayout.CENTER);
        curves.add(preview, BorderLayout.SOUTH);
        JTextArea plan = new JTextArea(monitor.plan().describe());
        plan.setEditable(false);
        plan.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
        plan.setCaretPosition(0);
        JScrollPane scroll = new JScrollPane(plan);
        scroll.setPreferredSize(new Dimension(1, 1)); // the curves decide on the size
        JTabbedPane tabs = new JTabbedPane();
        tabs.addTab("Progress", curves);
        tabs.addTab("Plan", scroll);
        return tabs;
    }

    private JComponent foot() {
        stop.setName("stop");
        stop.setToolTipText("End after this step and keep the best model so far (ESC). Resume can go on from it.");
        stop.addActionListener(event -> {
            monitor.stopAndKeep();
            update(true);
        });
        cancel.setName("cancel");
        cancel.setToolTipText("End after this step without writing a model. The checkpoint stays, so that Resume can"
                + " still go on from it.");
        cancel.addActionListener(event -> {
            monitor.cancel();
            update(true);
        });
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 0));
        buttons.add(stop);
        buttons.add(cancel);
        JPanel foot = new JPanel(new BorderLayout(10, 0));
        foot.add(bar, BorderLayout.CENTER);
        foot.add(buttons, BorderLayout.EAST);
        return foot;
    }

    private void update() {
        boolean resized = !chart.getSize().equals(drawn);
        if (resized || monitor.revision() != revision) {
            update(resized);
        }
    }

    private void update(boolean redraw) {
        boolean changed = redraw || monitor.revision() != revision;
        revision = monitor.revision();
        boolean over = !monitor.end().isEmpty();
        status.setText(over ? monitor.end() : monitor.isEnding() ? "Stopping..." : monitor.status());
        status.setToolTipText(status.getText());
        device.setText(monitor.device().isEmpty() ? " " : monitor.device());
        bar.setValue((int) Math.round(BAR * monitor.done()));
        stop.setEnabled(!over && !monitor.isEnding());
        cancel.setEnabled(!over && !monitor.isEnding());
        monitor.preview().filter(picture -> picture != shown).ifPresent(this::show);
        if (changed && chart.getWidth() > 0) {
            drawn = chart.getSize();
            chart.show(monitor.chart()
                    .draw(Math.max(300, drawn.width), Math.max(200, drawn.height))
                    .getBufferedImage());
        }
    }

    private void show(PreviewPicture picture) {
        shown = picture;
        preview.show(picture);
    }

    /** Ends what the window does of itself. */
    private final class Closing extends WindowAdapter {
        @Override
        public void windowClosed(WindowEvent event) {
            timer.stop();
            WindowManager.removeWindow(TrainingWindow.this);
            if (monitor.end().isEmpty()) {
                monitor.warning("The window is closed, the training goes on. ESC stops it and keeps the model.");
            }
        }
    }
}
