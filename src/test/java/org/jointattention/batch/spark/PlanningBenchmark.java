package org.jointattention.batch.spark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What the driver needs for so many items: time, and the heap that is in use after a collection. Arguments: {@code plan
 * COUNT}, {@code list COUNT} (names in a file), {@code run COUNT} (tasks that do nothing, on local[2]).
 */
public final class PlanningBenchmark {
    private PlanningBenchmark() {}

    /** Items without names, such as the chunks of an array. */
    private static final class Numbers implements Work {
        private final long count;

        Numbers(long count) {
            this.count = count;
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public Slice slice(long from, long to) {
            return stopped -> LongStream.range(from, to)
                    .mapToObj(i -> new Row(List.of("chunk " + i, "done", "0.000", "12", "3456", "CPU", ""), false))
                    .collect(Collectors.toList());
        }
    }

    public static void main(String[] args) throws IOException {
        long count = Long.parseLong(args[1]);
        long before = heap();
        long start = System.nanoTime();
        switch (args[0]) {
            case "plan":
                report(args, plan(new Numbers(count)), start, before);
                break;
            case "list":
                report(args, list(count), start, before);
                break;
            default:
                report(args, run(new Numbers(count)), start, before);
        }
    }

    private static long plan(Work work) {
        TaskPlan plan = TaskPlan.of(work, 1000);
        long most = 0;
        for (long job = 0; job < plan.jobs(); job++) {
            List<Slice> tasks = plan.job(job);
            if (job % (plan.jobs() / 4 + 1) == 0) {
                most = Math.max(most, heap());
            }
            if (tasks.isEmpty()) {
                throw new IllegalStateException();
            }
        }
        return most;
    }

    private static long list(long count) throws IOException {
        Path file = Files.createTempFile("names", ".txt");
        try {
            NameListWriter writer = new NameListWriter(new LocalStore(), file.toString());
            try (writer) {
                for (long i = 0; i < count; i++) {
                    writer.add("/data/experiment-17/plate-" + i / 9600 + "/well-" + i % 9600 + "-channel-1.tif");
                }
            }
            NameList names = writer.list();
            return plan(new RangeWork(names.count(), (from, to) -> new FileSlice(names.range(from, to), null)));
        } finally {
            Files.delete(file);
        }
    }

    private static long run(Work work) throws IOException {
        Path folder = Files.createTempDirectory("tables");
        LocalSpark spark = new LocalSpark();
        spark.before();
        List<Long> heaps = new ArrayList<>();
        AtomicLong jobs = new AtomicLong();
        try (RunTables tables = new RunTables(folder, List.of("name"))) {
            TaskPlan plan = TaskPlan.of(work, 1000);
            new WorkRun(spark.context()).run(plan, rows -> {
                rows.forEach(tables::add);
                if (jobs.incrementAndGet() % (plan.jobs() / 8 + 1) == 0) {
                    heaps.add(heap());
                }
            });
            heaps.add(heap());
            System.out.println(tables.counts().items() + " rows in " + jobs + " jobs; MB in use meanwhile: "
                    + heaps.stream()
                            .map(bytes -> String.format(Locale.ROOT, "%.0f", bytes / 1e6))
                            .collect(Collectors.joining(" ")));
        } finally {
            spark.after();
            new LocalStore().delete(folder.toString());
        }
        return Collections.max(heaps);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void report(String[] args, long most, long start, long before) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s, heap in use %.1f MB at most (%.1f MB before)%n",
                String.join(" ", args),
                (System.nanoTime() - start) / 1e9,
                most / 1e6,
                before / 1e6);
    }
}
