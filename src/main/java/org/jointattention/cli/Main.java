package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line program {@code joint-attention}.
 *
 * <p>Exit status: 0 done, 1 failed (one line {@code error: ...} on standard error), 2 wrong usage.
 */
@Command(
        name = Main.NAME,
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = "Train and run segmentation networks with joint attention.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "'" + Main.NAME + " COMMAND --help' explains a command.",
            "The launcher takes --heap SIZE (e.g. 6g) and --log LEVEL (of TensorFlow) before COMMAND.",
            "Exit status: 0 done, 1 failed, 2 wrong usage."
        },
        // All commands of the program, in the order the help lists them: a new one is added here and nowhere else.
        subcommands = {
            SegmentCommand.class,
            BatchCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ModelsCommand.class,
            DemoCommand.class,
            DevicesCommand.class,
            CompareCommand.class,
            BenchmarkCommand.class,
            HelpCommand.class
        })
public final class Main implements Callable<Integer> {
    static final String NAME = "joint-attention";

    private static final String DEBUG_VARIABLE = "JOINT_ATTENTION_DEBUG";

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    /**
     * Runs one command line without leaving the JVM.
     *
     * @return the exit status
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(commandLine(), new FailureHandler(isDebug()), out, err, args);
    }

    /** The program with all its commands, not yet run; each has at least the options {@code --help, --verbose}. */
    static CommandLine commandLine() {
        CommandLine top = new CommandLine(new Main());
        for (CommandLine command : top.getSubcommands().values()) {
            if (!command.getCommandSpec().helpCommand()) {
                addStandardOptions(command.getCommandSpec());
            }
        }
        return top;
    }

    private static void addStandardOptions(CommandSpec command) {
        command.mixinStandardHelpOptions(true).versionProvider(new VersionProvider());
        if (command.findOption(CommonOptions.VERBOSE) == null) {
            command.addMixin("common", CommandSpec.forAnnotatedObject(new CommonOptions()));
        }
    }

    static int run(CommandLine top, FailureHandler failures, PrintWriter out, PrintWriter err, String... args) {
        configure(top, failures, out, err);
        try {
            return top.execute(args);
        } catch (Error failure) {
            return failures.handleError(failure, top);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static void configure(CommandLine top, FailureHandler failures, PrintWriter out, PrintWriter err) {
        top.registerConverter(Path.class, new PathConverter())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setExpandAtFiles(false) // a file's name may begin with @
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrorHandler())
                .setExecutionExceptionHandler(failures);
    }

    private static boolean isDebug() {
        String value = System.getenv(DEBUG_VARIABLE);
        return value != null && !value.isEmpty() && !value.equals("0");
    }

    /** Called when no command is given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
