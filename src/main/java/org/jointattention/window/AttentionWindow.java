package org.jointattention.window;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.SwingUtilities;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.files.CancelledException;
import org.jointattention.segmentation.PlaneAttention;
import org.jointattention.segmentation.Progress;

/**
 * Follows the mouse over an image and shows, on a picture of it, where the network looked for the pixel under the
 * mouse. The image itself is not changed. Closing the image, the picture or the window with the choices ends it.
 *
 * <p>The network computes on a thread of its own; pixels that the mouse has left meanwhile are skipped.
 */
public final class AttentionWindow {
    private final ImagePlus source;
    private final ImagePlus picture;
    private final AttentionPainter painter;
    private final LatestRequest<AttentionRequest> requests;
    private final List<Runnable> listening = new ArrayList<>();
    private AttentionControls controls;
    private int x;
    private int y;
    private boolean closed;

    /**
     * @param source the image to listen to
     * @param picture the picture of it that heat maps are laid over; shown and closed by this
     * @param attention of the plane that the picture shows
     * @param end is run once, on another thread, when this is closed and nothing is computed any more: closes the predictor
     */
    public AttentionWindow(ImagePlus source, ImagePlus picture, PlaneAttention attention, Runnable end) {
        this.source = source;
        this.picture = picture;
        this.painter = new AttentionPainter(attention);
        this.requests = new LatestRequest<>("joint-attention-window", this::compute, end);
    }

    /**
     * Opens it; returns before it is visible.
     *
     * @param block the one to begin with
     * @param pointX the pixel to begin with
     */
    public void open(AttentionBlock block, int pointX, int pointY) {
        x = pointX;
        y = pointY;
        SwingUtilities.invokeLater(() -> {
            try {
                setUp(block);
            } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
                giveUp(e);
            }
        });
    }

    private void setUp(AttentionBlock block) {
        picture.show();
        ImageWindow window = picture.getWindow();
        if (window == null) {
            throw new IllegalStateException("ImageJ opens no windows: end its batch mode first.");
        }
        controls = new AttentionControls(
                picture.getTitle(), painter.attention().blocks(), block, this::request, this::close);
        listenTo(source);
        listenTo(picture);
        listenToClosing();
        controls.show(window.getX(), window.getY() + window.getHeight());
        request();
    }

    private void listenTo(ImagePlus image) {
        ImageCanvas canvas = image.getCanvas();
        if (canvas == null) {
            return; // the source need not be visible
        }
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent event) {
                follow(canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY()));
            }
        };
        canvas.addMouseMotionListener(mouse);
        listening.add(() -> canvas.removeMouseMotionListener(mouse));
    }

    private void listenToClosing() {
        ImageListener images = new ImageListener() {
            @Override
            public void imageOpened(ImagePlus image) {
                // Not of interest.
            }

            @Override
            public void imageClosed(ImagePlus image) {
                if (image == source || image == picture) {
                    SwingUtilities.invokeLater(AttentionWindow.this::close);
                }
            }

            @Override
            public void imageUpdated(ImagePlus image) {
                // The attention is that of the image as it was.
            }
        };
        ImagePlus.addImageListener(images);
        listening.add(() -> ImagePlus.removeImageListener(images));
    }

    private void follow(int newX, int newY) {
        boolean inside = newX >= 0 && newY >= 0 && newX < picture.getWidth() && newY < picture.getHeight();
        if (inside && (newX != x || newY != y)) {
            x = newX;
            y = newY;
            request();
        }
    }

    private void request() {
        requests.submit(new AttentionRequest(controls.block(), controls.isGate(), x, y));
    }

    /** On the computing thread. */
    private void compute(AttentionRequest request) {
        try {
            AttentionPainter.Picture painted = painter.paint(request, untilClosed());
            SwingUtilities.invokeLater(() -> show(painted));
        } catch (CancelledException e) {
            // The window is closed.
        } catch (RuntimeException e) {
            SwingUtilities.invokeLater(() -> say(String.valueOf(e.getMessage())));
        } catch (OutOfMemoryError | LinkageError e) {
            SwingUtilities.invokeLater(() -> giveUp(e));
        }
    }

    private Progress untilClosed() {
        return new Progress() {
            @Override
            public void update(long done, long total) {
                SwingUtilities.invokeLater(() -> say("Tile " + done + " of " + total));
            }

            @Override
            public boolean cancelled() {
                return requests.isClosed();
            }
        };
    }

    private void show(AttentionPainter.Picture painted) {
        if (!closed) {
            picture.setOverlay(painted.overlay());
            say(painted.text());
        }
    }

    private void say(String text) {
        if (!closed) {
            controls.say(text);
        }
    }

    /** On the EDT: closes, and says why. */
    private void giveUp(Throwable failure) {
        if (!closed) {
            close();
            String why = failure instanceof OutOfMemoryError
                    ? "There is not enough memory: close images, or give ImageJ more under\n"
                            + "Edit > Options > Memory & Threads."
                    : String.valueOf(failure.getMessage());
            IJ.error(picture.getTitle(), why);
        }
    }

    /** On the EDT. */
    private void close() {
        if (closed) {
            return;
        }
        closed = true;
        listening.forEach(Runnable::run);
        requests.close();
        if (controls != null) {
            controls.dispose();
        }
        picture.changes = false;
        picture.close();
    }
}
