package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jointattention.benchmark.BenchmarkCase;
import org.jointattention.benchmark.BenchmarkProcess;
import org.jointattention.benchmark.BenchmarkRow;
import org.jointattention.comparison.Comparison;
import org.jointattention.comparison.ComparisonException;
import org.jointattention.comparison.ComparisonPlan;
import org.jointattention.comparison.ComparisonReport;
import org.jointattention.comparison.CostMeter;
import org.jointattention.comparison.PlanFile;
import org.jointattention.comparison.TrainedCells;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Precision;
import org.jointattention.files.WritableFolder;
import org.jointattention.model.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code joint-attention compare}: a grid of trainings, and a report of what can be concluded. */
@Command(
        name = "compare",
        sortOptions = false,
        description = {
            "Compare networks fairly: train each on the same images with equal steps and about equal numbers of weights,"
                    + " with several seeds, and judge it on test images.",
            "The plan is a YAML file (docs/comparing.md); docs/comparison has one."
        },
        footer = {
            "",
            "The same command goes on where it was stopped, by Ctrl-C or otherwise; finished cells of the grid are never"
                    + " computed again, and failed ones are tried again. Several processes may work on one folder.",
            "The report, with tables and pictures, is written to DIR/report each time, of what there is.",
            "The exit status is 0 when all cells are finished, else 1."
        })
public final class CompareCommand implements Callable<Integer> {
    private static final double SECONDS_A_NETWORK = 2;

    private final Supplier<Engine> engines;
    private final Function<List<String>, BenchmarkRow> processes;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PLAN", description = "What to compare: a YAML file.")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for all results.")
    private Path folder;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that the plan's data sets lie in (default: the folder of the plan).")
    private Path data;

    @Option(names = "--minutes", paramLabel = "M", description = "Stop after about so many minutes.")
    private Double minutes;

    @Option(names = "--report-only", description = "Compute nothing, write the report of what there is.")
    private boolean reportOnly;

    @Mixin
    private DeviceOptions computing;

    /** The command as users know it. */
    public CompareCommand() {
        this(Engines::classPath, arguments -> BenchmarkProcess.measure(Main.class, arguments));
    }

    CompareCommand(Supplier<Engine> engines, Function<List<String>, BenchmarkRow> processes) {
        this.engines = engines;
        this.processes = processes;
    }

    @Override
    public Integer call() {
        check();
        Path root = data == null ? file.toAbsolutePath().getParent() : data;
        ComparisonPlan plan = new PlanFile(file, root).read();
        Comparison comparison = new Comparison(plan, WritableFolder.require(folder, ComparisonException::new));
        CostMeter costs = new CostMeter(folder, this::measure);
        if (!reportOnly) {
            compute(plan, comparison, costs);
        }
        report(plan, comparison, costs);
        return comparison.finished() == comparison.size() ? 0 : 1;
    }

    private void check() {
        computing.threads();
        if (minutes != null && !(minutes > 0)) {
            throw new ParameterException(spec.commandLine(), "--minutes " + minutes + ": use more than 0.");
        }
    }

    private void compute(ComparisonPlan plan, Comparison comparison, CostMeter costs) {
        OptionalDouble limit = minutes == null ? OptionalDouble.empty() : OptionalDouble.of(minutes);
        ComparisonConsole console = new ComparisonConsole(err(), limit, System::nanoTime);
        console.watch(() -> {
            if (comparison.run(
                    new TrainedCells(engines.get(), plan, computing.device(), computing.threads()), console)) {
                costs.measure(comparison, console);
            }
            return null;
        });
    }

    private BenchmarkRow measure(Path model) {
        int tile = ModelFile.read(model).spec().tile().size();
        BenchmarkCase wanted = new BenchmarkCase(
                BenchmarkCase.Kind.INFERENCE,
                tile,
                computing.threads(),
                Precision.FLOAT32,
                computing.device(),
                SECONDS_A_NETWORK);
        return processes.apply(BenchmarkCommand.child(wanted, List.of("--model", model.toString())));
    }

    private void report(ComparisonPlan plan, Comparison comparison, CostMeter costs) {
        Path report = folder.resolve("report");
        new ComparisonReport(plan, comparison.results(), costs.known(), comparison.missing())
                .write(report)
                .ifPresent(err()::println);
        err().println(comparison.finished() + " of " + comparison.size() + " cells are finished.");
        comparison.failures().forEach(err()::println);
        spec.commandLine().getOut().println(report.resolve("report.md"));
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
