package org.jointattention.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jointattention.benchmark.BenchmarkColumn;
import org.jointattention.benchmark.BenchmarkRow;
import org.jointattention.files.CancelledException;
import org.jointattention.files.CsvFile;
import org.jointattention.files.FailureReason;

/** Measures what each network of a comparison costs to run, once, and keeps it in {@code costs.csv}. */
public final class CostMeter {
    private static final List<String> COLUMNS =
            List.of("data", "backbone", "attention", "gflop", "milliseconds", "megabytes", "device");

    private final Path file;
    private final Function<Path, BenchmarkRow> benchmark;

    /**
     * @param folder of the comparison
     * @param benchmark runs the model of a file on a tile of its own size, in a process of its own
     */
    public CostMeter(Path folder, Function<Path, BenchmarkRow> benchmark) {
        this.file = folder.resolve("costs.csv");
        this.benchmark = benchmark;
    }

    /** Measures the networks that are finished and not measured yet. */
    public void measure(Comparison comparison, ComparisonListener listener) {
        List<NetworkCost> costs = new ArrayList<>(known());
        for (CellFolder folder : comparison.examples()) {
            if (listener.stopped()) {
                return;
            }
            if (Files.exists(folder.model())
                    && costs.stream().noneMatch(cost -> cost.network().equals(Network.of(folder.cell())))) {
                measure(folder, costs, listener);
            }
        }
    }

    private void measure(CellFolder folder, List<NetworkCost> costs, ComparisonListener listener) {
        try {
            costs.add(cost(folder.cell(), benchmark.apply(folder.model())));
            write(costs);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) { // a model that is damaged, say: the report can be written without its cost
            listener.note("The cost of " + folder.cell() + " could not be measured: " + FailureReason.alone(e));
        }
    }

    private static NetworkCost cost(Cell cell, BenchmarkRow row) {
        String memory = row.get(BenchmarkColumn.MEMORY);
        return new NetworkCost(
                Network.of(cell),
                Double.parseDouble(row.get(BenchmarkColumn.WORK)),
                Double.parseDouble(row.get(BenchmarkColumn.MEDIAN)),
                memory.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(memory)),
                row.get(BenchmarkColumn.DEVICE));
    }

    private void write(List<NetworkCost> costs) {
        List<List<String>> records = new ArrayList<>();
        records.add(COLUMNS);
        for (NetworkCost cost : costs) {
            records.add(List.of(
                    cost.network().data(),
                    cost.network().backbone(),
                    cost.network().attention(),
                    Double.toString(cost.gflop()),
                    Double.toString(cost.milliseconds()),
                    cost.megabytes().isPresent()
                            ? Double.toString(cost.megabytes().getAsDouble())
                            : "",
                    cost.device()));
        }
        new CsvFile(file).write(records);
    }

    /**
     * What was measured so far.
     *
     * @throws ComparisonException if the file is damaged
     */
    public List<NetworkCost> known() {
        List<NetworkCost> costs = new ArrayList<>();
        if (!Files.exists(file)) {
            return costs;
        }
        List<List<String>> records = new CsvFile(file).read();
        try {
            records.subList(1, records.size()).forEach(record -> costs.add(parse(record)));
        } catch (RuntimeException e) {
            throw new ComparisonException(
                    "The table " + file + " is damaged. Delete it, so that costs are measured again.", e);
        }
        return costs;
    }

    private static NetworkCost parse(List<String> record) {
        return new NetworkCost(
                new Network(record.get(0), record.get(1), record.get(2)),
                Double.parseDouble(record.get(3)),
                Double.parseDouble(record.get(4)),
                record.get(5).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(record.get(5))),
                record.get(6));
    }
}
