package org.jointattention.cli;

import picocli.CommandLine.Option;

/** Options of every command, which {@link Main} adds. */
public final class CommonOptions {
    /** The option that {@link FailureHandler} looks for, wherever on the command line it is given. */
    static final String VERBOSE = "--verbose";

    @Option(names = VERBOSE, description = "Say more about what is done, and show the full stack trace of a failure.")
    private boolean verbose;
}
