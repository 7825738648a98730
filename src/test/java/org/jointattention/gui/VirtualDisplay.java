package org.jointattention.gui;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;
import java.util.regex.Pattern;

/** A display for windows that nobody looks at: Xvfb where it is installed, else the display that is there. */
final class VirtualDisplay implements AutoCloseable {
    private final Process server;
    private final String name;

    private VirtualDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Nothing where windows cannot be shown at all. */
    static Optional<VirtualDisplay> open() throws IOException {
        Optional<Path> xvfb = find("Xvfb");
        if (xvfb.isPresent()) {
            return Optional.of(start(xvfb.get()));
        }
        String display = System.getenv("DISPLAY");
        return display == null || display.isEmpty() ? Optional.empty() : Optional.of(new VirtualDisplay(null, display));
    }

    private static VirtualDisplay start(Path xvfb) throws IOException {
        // it chooses a free display itself, says which, and ends with its last window
        Process server = new ProcessBuilder(
                        xvfb.toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1280x1024x24",
                        "-nolisten",
                        "tcp",
                        "-terminate")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = out.readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start: run it by hand to see why");
        }
        return new VirtualDisplay(server, ":" + number.trim());
    }

    private static Optional<Path> find(String program) {
        String path = System.getenv("PATH");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path == null ? "" : path)
                .map(folder -> Paths.get(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The value of {@code DISPLAY}. */
    String name() {
        return name;
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
