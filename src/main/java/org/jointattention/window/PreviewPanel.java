package org.jointattention.window;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.awt.image.BufferedImage;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** Image, truth and prediction side by side. */
final class PreviewPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int SIDE = 220;

    private final JLabel caption = new JLabel("The preview comes with the first validation.", SwingConstants.CENTER);
    private final PictureView image = new PictureView(SIDE, SIDE);
    private final PictureView truth = new PictureView(SIDE, SIDE);
    private final PictureView prediction = new PictureView(SIDE, SIDE);

    PreviewPanel() {
        super(new BorderLayout(0, 4));
        JPanel pictures = new JPanel(new GridLayout(1, 3, 6, 0));
        pictures.add(titled("Image", image));
        pictures.add(titled("Truth", truth));
        pictures.add(titled("Prediction", prediction));
        add(pictures, BorderLayout.CENTER);
        add(caption, BorderLayout.SOUTH);
        setBorder(BorderFactory.createEmptyBorder(4, 0, 4, 0));
    }

    private static JPanel titled(String title, PictureView view) {
        JPanel panel = new JPanel(new BorderLayout(0, 2));
        panel.add(new JLabel(title, SwingConstants.CENTER), BorderLayout.NORTH);
        panel.add(view, BorderLayout.CENTER);
        return panel;
    }

    void show(PreviewPicture picture) {
        caption.setText(picture.caption());
        show(image, picture.image());
        show(truth, picture.truth());
        show(prediction, picture.prediction());
    }

    private static void show(PictureView view, BufferedImage picture) {
        view.show(picture);
    }
}
