package org.jointattention.gui;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.runner.Description;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/** Tells what happens to tests; keeps a picture of the screen for a failure; ends the JVM when a test hangs. */
final class GuiListener extends RunListener {
    private static final int SECONDS_A_TEST = 120;

    private final PrintStream events;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    });
    private ScheduledFuture<?> alarm;

    GuiListener(PrintStream events) {
        this.events = events;
    }

    private void tell(GuiEvent.Kind kind, Description test, String text) {
        events.println(new GuiEvent(kind, test.getMethodName(), text).toLine());
    }

    @Override
    public void testStarted(Description test) {
        tell(GuiEvent.Kind.STARTED, test, "");
        alarm = watch.schedule(() -> giveUp(test), SECONDS_A_TEST, TimeUnit.SECONDS);
    }

    @Override
    public void testFinished(Description test) {
        alarm.cancel(false);
        tell(GuiEvent.Kind.FINISHED, test, "");
    }

    @Override
    public void testFailure(Failure failure) {
        tell(GuiEvent.Kind.FAILED, failure.getDescription(), failure.getTrace() + picture(failure.getDescription()));
    }

    @Override
    public void testAssumptionFailure(Failure failure) {
        tell(GuiEvent.Kind.ASSUMED, failure.getDescription(), String.valueOf(failure.getMessage()));
    }

    @Override
    public void testIgnored(Description test) {
        tell(GuiEvent.Kind.IGNORED, test, "");
    }

    private static void giveUp(Description test) {
        System.err.println(test + " took more than " + SECONDS_A_TEST + " s." + picture(test));
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            System.err.println(thread.getKey());
            for (StackTraceElement place : thread.getValue()) {
                System.err.println("    at " + place);
            }
        }
        System.err.flush();
        Runtime.getRuntime().halt(3);
    }

    /** Where the picture is. */
    private static String picture(Description test) {
        File file = new File("target/gui/" + test.getTestClass().getSimpleName() + "." + test.getMethodName() + ".png");
        try {
            file.getParentFile().mkdirs();
            Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
            ImageIO.write(new Robot().createScreenCapture(screen), "png", file);
            return "\nThe screen: " + file;
        } catch (IOException | AWTException e) {
            return "\nNo picture of the screen: " + e;
        }
    }
}
