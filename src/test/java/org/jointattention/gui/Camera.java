package org.jointattention.gui;

import java.awt.AWTException;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.imageio.ImageIO;

/** Takes pictures of windows, with their title bars. */
final class Camera {
    private static final Path FOLDER = Paths.get("target", "screenshots");
    private static final int GAP = 12;
    private static final int MILLISECONDS = 400;

    private final Robot robot;

    Camera() {
        try {
            robot = new Robot();
        } catch (AWTException e) {
            throw new AssertionError(e);
        }
    }

    /** One window. */
    void take(String name, Window window) {
        save(name, picture(window));
    }

    /** Windows side by side, whatever their places on the screen. */
    void takeBeside(String name, Window left, Window right) {
        save(name, beside(picture(left), picture(right)));
    }

    /** One window below another. */
    void takeBelow(String name, Window top, Window bottom) {
        save(name, below(picture(top), picture(bottom)));
    }

    /** A window as it is on the screen, the mouse out of the way. */
    BufferedImage picture(Window window) {
        Windows.onEventThread(() -> {
            window.setLocation(60, 60);
            window.toFront();
            return true;
        });
        settle();
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        Rectangle bounds = window.getBounds();
        bounds.height -= Math.max(0, window.getInsets().bottom - 1); // the handle to resize it, but for its first line
        return robot.createScreenCapture(bounds.intersection(screen));
    }

    /** Lets the window manager move windows, and them paint themselves. */
    private void settle() {
        Toolkit.getDefaultToolkit().sync();
        robot.delay(MILLISECONDS);
        robot.waitForIdle();
    }

    static BufferedImage beside(BufferedImage left, BufferedImage right) {
        int height = Math.max(left.getHeight(), right.getHeight());
        BufferedImage both =
                new BufferedImage(left.getWidth() + GAP + right.getWidth(), height, BufferedImage.TYPE_INT_ARGB);
        draw(both, left, 0, 0);
        draw(both, right, left.getWidth() + GAP, 0);
        return both;
    }

    static BufferedImage below(BufferedImage top, BufferedImage bottom) {
        int width = Math.max(top.getWidth(), bottom.getWidth());
        BufferedImage both =
                new BufferedImage(width, top.getHeight() + GAP + bottom.getHeight(), BufferedImage.TYPE_INT_ARGB);
        draw(both, top, 0, 0);
        draw(both, bottom, 0, top.getHeight() + GAP);
        return both;
    }

    private static void draw(BufferedImage canvas, BufferedImage part, int x, int y) {
        Graphics2D graphics = canvas.createGraphics();
        graphics.drawImage(part, x, y, null);
        graphics.dispose();
    }

    static void save(String name, BufferedImage picture) {
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
