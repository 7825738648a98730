package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jointattention.files.FailureReason;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns a failure into one line for the user and exit status 1; the stack trace only where it was asked for. */
final class FailureHandler implements IExecutionExceptionHandler {
    private final boolean debug;

    /** @param debug show the stack trace even without {@code --verbose} */
    FailureHandler(boolean debug) {
        this.debug = debug;
    }

    /** The one that a command runs under. */
    static FailureHandler of(CommandLine command) {
        IExecutionExceptionHandler handler = command.getExecutionExceptionHandler();
        return handler instanceof FailureHandler ? (FailureHandler) handler : new FailureHandler(false);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        report("", failure, command.getErr(), isVerbose(parsed));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** For what picocli does not catch: {@link Error}s such as a full heap or a native library that will not load. */
    int handleError(Error failure, CommandLine top) {
        report("", failure, top.getErr(), isVerbose(top.getParseResult()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** For one of several files, where the command goes on with the others. */
    void reportFile(Path file, Throwable failure, CommandLine command) {
        CommandLine top = command;
        while (top.getParent() != null) {
            top = top.getParent();
        }
        report(file + ": ", failure, command.getErr(), isVerbose(top.getParseResult()));
    }

    private void report(String subject, Throwable failure, PrintWriter err, boolean verbose) {
        err.println("error: " + subject + FailureMessage.of(failure));
        if (debug || verbose) {
            failure.printStackTrace(err);
        } else if (FailureReason.isUnexpected(failure)) {
            err.println("Run it again with " + CommonOptions.VERBOSE + " for the details.");
        }
        err.flush();
    }

    /** {@code --verbose} counts before the command's name as well as after it. */
    private static boolean isVerbose(ParseResult parsed) {
        return parsed != null && (parsed.hasMatchedOption(CommonOptions.VERBOSE) || isVerbose(parsed.subcommand()));
    }
}
