package org.jointattention.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** The program for {@code spark-submit}: a class of its own, as nothing else needs Spark. */
public final class SparkMain {
    private SparkMain() {}

    /** Returns where all went well, as YARN takes an exit of the program's own for a failure. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        int status = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** @return the exit status */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return Main.run(new CommandLine(new SparkCommand()), new FailureHandler(false), out, err, args);
    }
}
