package org.jointattention.gui;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jointattention.imagej.HeadlessMain;

/** A macro run without a display by {@link HeadlessMain} in a JVM of its own. */
public final class HeadlessRun {
    private static final int SECONDS = 120;

    private final int status;
    private final String out;
    private final String err;

    private HeadlessRun(int status, String out, String err) {
        this.status = status;
        this.out = out;
        this.err = err;
    }

    /** Runs a macro to its end. */
    public static HeadlessRun of(String macro, String... argument) {
        try {
            Path home = Files.createTempDirectory("headless");
            Path file = home.resolve("macro.ijm");
            Files.write(file, macro.getBytes(StandardCharsets.UTF_8));
            String[] arguments = new String[1 + argument.length];
            arguments[0] = file.toString();
            System.arraycopy(argument, 0, arguments, 1, argument.length);
            ProcessBuilder builder = TestJvm.command(home, true, HeadlessMain.class.getName(), arguments);
            builder.environment().remove("DISPLAY");
            Path out = home.resolve("out.txt");
            Path err = home.resolve("err.txt");
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the macro did not end: " + text(out) + text(err));
            }
            return new HeadlessRun(process.exitValue(), text(out), text(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    public HeadlessRun assertSucceeded() {
        assertEquals(out + err, 0, status);
        return this;
    }

    public HeadlessRun assertFailed() {
        assertEquals(out + err, 1, status);
        return this;
    }

    public int status() {
        return status;
    }

    /** Standard output: ImageJ's log. */
    public String out() {
        return out;
    }

    /** Standard error. */
    public String err() {
        return err;
    }
}
