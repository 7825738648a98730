package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jointattention.benchmark.BenchmarkCase;
import org.jointattention.benchmark.BenchmarkCase.Kind;
import org.jointattention.benchmark.BenchmarkColumn;
import org.jointattention.benchmark.BenchmarkNetwork;
import org.jointattention.benchmark.BenchmarkProcess;
import org.jointattention.benchmark.BenchmarkRow;
import org.jointattention.benchmark.BenchmarkTable;
import org.jointattention.benchmark.InferenceBenchmark;
import org.jointattention.benchmark.TrainingBenchmark;
import org.jointattention.engine.Engine;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Engines;
import org.jointattention.files.CsvFile;
import org.jointattention.model.ModelStore;
import org.jointattention.training.Preset;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code joint-attention benchmark}: how fast a network runs here, and how much memory it takes. */
@Command(
        name = "benchmark",
        sortOptions = false,
        description = {
            "Measure how fast a network runs on this machine, and how much memory it takes.",
            "Each row is measured in a process of its own; rows are shown, and written to --out, as they come."
        },
        footer = {
            "",
            "first, best, median: milliseconds of the first run, and of the runs after a warm-up. Mpx/s is by the"
                    + " median; GFLOP/s (a multiply-add counts 2) by the best, also as a share of a float32 matrix"
                    + " product of 2048x2048 in the same process.",
            "A run includes copying the arrays to TensorFlow and back; 'copies' is the time that copying as many bytes"
                    + " takes by itself.",
            "A training step is one batch, augmented by another thread meanwhile: 'augment' is that thread's time a"
                    + " batch, 'waited' what the step waited for it.",
            "memory: most megabytes resident in the whole process, Java included ('-' where the system is not Linux)."
        })
public final class BenchmarkCommand implements Callable<Integer> {
    /** The option by which the command has itself measure one case in another process. */
    private static final String CHILD = "--child";

    /** The network: a model's or a preset's. */
    static final class Choice {
        @Option(names = "--model", paramLabel = "NAME|FILE", description = "A bundled model, or a file.")
        private String model;

        @Option(
                names = "--preset",
                paramLabel = "small|base",
                description = "A network of this size with random weights (default: small).")
        private Preset preset;

        private BenchmarkNetwork network() {
            if (model != null) {
                return BenchmarkNetwork.of(model, new ModelStore().resolve(model));
            }
            return BenchmarkNetwork.of(preset());
        }

        private Preset preset() {
            return preset == null ? Preset.SMALL : preset;
        }

        private List<String> arguments() {
            return model != null ? List.of("--model", model) : List.of("--preset", preset().toString());
        }
    }

    private final Function<List<String>, BenchmarkRow> processes;

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Choice choice = new Choice();

    @Mixin
    private BenchmarkOptions options;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write the rows to this file, too.")
    private Path file;

    @Option(names = CHILD, hidden = true)
    private Kind child;

    /** The command as users know it. */
    public BenchmarkCommand() {
        this(arguments -> BenchmarkProcess.measure(Main.class, arguments));
    }

    /** @param processes runs a command line of this program elsewhere, and returns what it measured */
    BenchmarkCommand(Function<List<String>, BenchmarkRow> processes) {
        this.processes = processes;
    }

    @Override
    public Integer call() {
        BenchmarkNetwork network = choice.network();
        if (child != null) {
            return measureHere(network);
        }
        List<BenchmarkCase> cases = options.cases(network.spec().backbone().stride());
        CsvFile csv = file == null ? null : new CsvFile(file);
        if (csv != null) {
            csv.prepare();
        }
        return measure(cases, network, new BenchmarkTable(spec.commandLine().getOut(), csv));
    }

    /** The command line of a process that measures one case. @param network the options that choose it */
    static List<String> child(BenchmarkCase wanted, List<String> network) {
        List<String> arguments =
                new ArrayList<>(List.of("benchmark", CHILD, wanted.kind().name()));
        arguments.addAll(BenchmarkOptions.arguments(wanted));
        arguments.addAll(network);
        return arguments;
    }

    private int measureHere(BenchmarkNetwork network) {
        Engine engine = Engines.classPath();
        BenchmarkCase wanted = options.only(child);
        BenchmarkRow row = child == Kind.TRAINING
                ? new TrainingBenchmark(engine, network).measure(wanted)
                : new InferenceBenchmark(engine, network).measure(wanted);
        spec.commandLine().getOut().println(BenchmarkProcess.MARK + row.line());
        return 0;
    }

    /** A case that fails, perhaps for want of memory, does not keep the others from being measured. */
    private int measure(List<BenchmarkCase> cases, BenchmarkNetwork network, BenchmarkTable table) {
        PrintWriter err = spec.commandLine().getErr();
        int failed = 0;
        for (BenchmarkCase wanted : cases) {
            try {
                table.add(processes
                        .apply(child(wanted, choice.arguments()))
                        .with(BenchmarkColumn.NETWORK, network.name()));
            } catch (EngineException e) {
                failed++;
                err.println("error: " + wanted + ": " + e.getMessage());
                err.flush();
            }
        }
        return failed == 0 ? 0 : 1;
    }
}
