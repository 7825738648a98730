package org.jointattention.imagej;

import ij.IJ;
import ij.Menus;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * ImageJ's table of commands where there is no display. ImageJ fills it while it builds its menu, which fails without a
 * display; then {@code run("...")} knows no command. Here it is filled from the same sources.
 */
final class HeadlessMenu {
    private static final Map<String, MenuLine> COMMANDS = Collections.unmodifiableMap(read());

    private HeadlessMenu() {}

    /** What a label stands for, or null. */
    static MenuLine command(String label) {
        return COMMANDS.get(label);
    }

    static Map<String, MenuLine> commands() {
        return COMMANDS;
    }

    /** Fills ImageJ's table, unless there is a display or it is filled already. */
    static synchronized void install() {
        if (!GraphicsEnvironment.isHeadless() || Menus.getCommands() != null) {
            return;
        }
        beginImageJ();
        @SuppressWarnings("unchecked")
        Map<String, String> table = Menus.getCommands();
        for (String label : COMMANDS.keySet()) {
            table.put(label, HeadlessCommand.class.getName() + "(\"" + label + "\")");
        }
    }

    /** ImageJ reads its settings and makes the table before the first menu fails. */
    private static void beginImageJ() {
        try {
            IJ.run("");
        } catch (HeadlessException e) {
            if (Menus.getCommands() == null) {
                throw new IllegalStateException("This version of ImageJ cannot be used without a display.", e);
            }
        }
    }

    private static Map<String, MenuLine> read() {
        Map<String, MenuLine> commands = new LinkedHashMap<>();
        try {
            readLines(HeadlessMenu.class.getResource("menu.config"), commands);
            readProperties(IJ.class.getResource("/IJ_Props.txt"), commands);
            for (URL config :
                    Collections.list(HeadlessMenu.class.getClassLoader().getResources("plugins.config"))) {
                readLines(config, commands);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return commands;
    }

    private static void readProperties(URL file, Map<String, MenuLine> commands) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = file.openStream()) {
            properties.load(in);
        }
        properties.values().forEach(value -> add(value.toString(), commands));
    }

    private static void readLines(URL file, Map<String, MenuLine> commands) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> add(line, commands));
        }
    }

    private static void add(String line, Map<String, MenuLine> commands) {
        MenuLine.parse(line).ifPresent(command -> commands.put(command.label(), command));
    }
}
