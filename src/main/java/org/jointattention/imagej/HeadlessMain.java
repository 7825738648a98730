package org.jointattention.imagej;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.regex.Pattern;
import org.jointattention.command.CommandFailure;
import org.jointattention.command.ReportedMacro;

/**
 * Runs an ImageJ macro without a display: {@code java -cp ... org.jointattention.imagej.HeadlessMain MACRO.ijm [ARG]}.
 * The exit status is 0, or 1 if the macro failed, with the message on standard error, or 2 if there is none to run.
 */
public final class HeadlessMain {
    private static final Pattern EXIT_WITH_MESSAGE = Pattern.compile("\\bexit\\s*\\(\\s*[^)\\s]");

    private HeadlessMain() {}

    public static void main(String... arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(System.err, arguments));
    }

    static int run(PrintStream err, String... arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            err.println("usage: HeadlessMain MACRO.ijm [ARGUMENT]");
            return 2;
        }
        Path file = Paths.get(arguments[0]);
        String macro;
        try {
            macro = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            err.println("error: The macro " + file + " cannot be read: " + new CommandFailure(e).message());
            return 2;
        }
        String failure = runMacro(macro, arguments.length > 1 ? arguments[1] : "");
        if (failure.isEmpty()) {
            return 0;
        }
        err.println("error: " + failure);
        return 1;
    }

    /** @return what went wrong; empty if nothing did */
    static String runMacro(String macro, String argument) {
        HeadlessMenu.install();
        IJ.getErrorMessage(); // forgets what was before
        Thread.currentThread().setName("Macro$"); // so that ImageJ's errors end the macro
        Interpreter interpreter = new ReportedMacro();
        try {
            interpreter.run(macro, argument);
        } catch (Throwable e) { // whatever it is, it is to be told in the exit status
            if (interpreter.getErrorMessage() == null) {
                return describe(interpreter, macro, e);
            }
        }
        String message = interpreter.getErrorMessage();
        return message == null ? "" : message + " (in line " + interpreter.getLineNumber() + " of the macro)";
    }

    private static String describe(Interpreter interpreter, String macro, Throwable failure) {
        if (!Macro.MACRO_CANCELED.equals(failure.getMessage())) {
            return new CommandFailure(failure).message();
        }
        String error = IJ.getErrorMessage();
        if (error != null) {
            return error.trim() + " (in line " + interpreter.getLineNumber() + " of the macro)";
        }
        String[] lines = macro.split("\\r?\\n|\\r", -1);
        int line = interpreter.getLineNumber();
        String text = line > 0 && line <= lines.length ? lines[line - 1] : "";
        // exit() is a good end, exit("message") a bad one; ImageJ has printed the message
        return EXIT_WITH_MESSAGE.matcher(text).find() ? "The macro ended in line " + line + ": " + text.trim() : "";
    }
}
