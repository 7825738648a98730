package org.jointattention.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.engine.EngineException;

/**
 * Measures a case in a process of its own, of the same Java with the same options: TensorFlow's threads are set once a
 * process, and so is the peak of its memory.
 */
public final class BenchmarkProcess {
    /** What precedes a row on the standard output of the process. */
    public static final String MARK = "joint-attention-benchmark-row\t";

    private static final String ERROR = "error: ";

    private final List<String> log = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    private BenchmarkProcess() {}

    /**
     * Runs a program that measures one case.
     *
     * @param program its main class, on the class path of this process; prints {@link #MARK} and the row's
     *     {@link BenchmarkRow#line}
     * @throws EngineException if the process failed, with what it said
     */
    public static BenchmarkRow measure(Class<?> program, List<String> arguments) {
        return new BenchmarkProcess().run(program, arguments);
    }

    private BenchmarkRow run(Class<?> program, List<String> arguments) {
        try {
            int status = await(builder(program, arguments).start());
            if (status == 0 && rows.size() == 1) {
                return BenchmarkRow.parse(rows.get(0));
            }
            throw new EngineException(failure(status));
        } catch (IOException e) {
            throw new UncheckedIOException("The process that measures failed: " + e.getMessage(), e);
        }
    }

    private static ProcessBuilder builder(Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(inherited(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        command.add(program.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Not as an argument: it may be longer than a command line can be.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }

    /** Java's options but agents: a debugger or a coverage tool must not be started twice. */
    static List<String> inherited(List<String> options) {
        return options.stream()
                .filter(option -> !option.matches("-(agent|javaagent|Xdebug|Xrun).*"))
                .collect(Collectors.toList());
    }

    /** Ctrl-C reaches both processes; a signal to this one alone must not leave the other behind. */
    private int await(Process process) throws IOException {
        Thread hook = new Thread(process::destroyForcibly, "joint-attention-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            process.getOutputStream().close();
            read(process);
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("The benchmark was interrupted.", e);
        } finally {
            process.destroyForcibly();
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new EngineException("The benchmark was stopped.", e);
        }
    }

    private void read(Process process) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int mark = line.indexOf(MARK);
                if (mark >= 0) {
                    rows.add(line.substring(mark + MARK.length()));
                } else {
                    log.add(line);
                }
            }
        }
    }

    /** The error that the process named, else all it said. */
    private String failure(int status) {
        return log.stream()
                .filter(line -> line.startsWith(ERROR))
                .map(line -> line.substring(ERROR.length()))
                .findFirst()
                .orElseGet(() -> "the process that measures ended with status " + status
                        + (status == 137 ? " (killed, perhaps for want of memory)" : "")
                        + (log.isEmpty() ? "." : ":\n" + String.join("\n", log)));
    }
}
