package org.jointattention.gui;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.AssumptionViolatedException;

/** The JVM with real ImageJ, on a display of its own. */
final class GuiProcess {
    private static GuiProcess shared;

    private final VirtualDisplay display;
    private final Process process;
    private final PrintStream toProcess;
    private final BufferedReader fromProcess;
    private final File log;

    /** One of its own, on a display that closes with it. */
    GuiProcess(VirtualDisplay display) throws IOException {
        this.display = display;
        Path home = Files.createTempDirectory("imagej");
        log = home.resolve("log.txt").toFile();
        ProcessBuilder builder = TestJvm.command(home, false, GuiMain.class.getName());
        builder.environment().put("DISPLAY", display.name());
        process = builder.redirectError(log).start();
        toProcess = new PrintStream(process.getOutputStream(), true, "UTF-8");
        fromProcess = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * The one that runs, or a new one.
     *
     * @throws AssumptionViolatedException if there is no display
     */
    static synchronized GuiProcess shared() throws IOException {
        if (shared == null || !shared.process.isAlive()) {
            shared = new GuiProcess(VirtualDisplay.open()
                    .orElseThrow(() -> new AssumptionViolatedException(
                            "No display: install Xvfb (Debian: xvfb) or set DISPLAY to run the tests in real ImageJ")));
        }
        return shared;
    }

    /** Runs the tests of a class; events are told as they come. */
    synchronized void run(Class<?> tests, Consumer<GuiEvent> listener) throws IOException {
        toProcess.println(tests.getName());
        String line;
        while ((line = fromProcess.readLine()) != null) {
            Optional<GuiEvent> event = GuiEvent.fromLine(line);
            if (event.isPresent() && event.get().kind() == GuiEvent.Kind.DONE) {
                return;
            }
            event.ifPresent(listener);
        }
        close();
        throw new IOException("ImageJ ended during " + tests.getName() + ". Its last words:\n" + lastWords());
    }

    private String lastWords() {
        try {
            String words = new String(Files.readAllBytes(log.toPath()), StandardCharsets.UTF_8);
            return words.substring(Math.max(0, words.length() - 6000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        process.destroy();
        display.close();
    }
}
