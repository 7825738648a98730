package org.jointattention.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A command line as text that a shell takes. */
final class CommandText {
    private CommandText() {}

    /** @param arguments without the program's name */
    static String of(List<String> arguments) {
        return Main.NAME + " " + arguments.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\p{L}\\p{N}_@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
