package org.jointattention.window;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;

/** Shows a picture as large as there is room, its proportions kept. */
final class PictureView extends JComponent {
    private static final long serialVersionUID = 1L;

    private transient BufferedImage picture;

    PictureView(int width, int height) {
        setPreferredSize(new Dimension(width, height));
    }

    void show(BufferedImage value) {
        picture = value;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (picture == null) {
            return;
        }
        double zoom = Math.min((double) getWidth() / picture.getWidth(), (double) getHeight() / picture.getHeight());
        int width = (int) Math.round(zoom * picture.getWidth());
        int height = (int) Math.round(zoom * picture.getHeight());
        Graphics2D canvas = (Graphics2D) graphics.create();
        canvas.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                zoom < 1
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        canvas.drawImage(picture, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
        canvas.dispose();
    }
}
