package org.jointattention.batch.spark;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.TaskContext;
import org.jointattention.engine.EngineException;
import org.junit.ClassRule;
import org.junit.Test;

public class WorkRunTest {
    @ClassRule
    public static final LocalSpark SPARK = new LocalSpark();

    private final List<Row> rows = new ArrayList<>();

    private static Work work(long count, Slicer slicer) {
        return new Work() {
            @Override
            public long count() {
                return count;
            }

            @Override
            public Slice slice(long from, long to) {
                return slicer.slice(from, to);
            }
        };
    }

    private interface Slicer {
        Slice slice(long from, long to);
    }

    private static List<Row> numbers(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(i -> new Row(List.of(Long.toString(i), ""), false))
                .collect(Collectors.toList());
    }

    private void run(Work work) {
        TaskPlan plan = TaskPlan.of(work, 2).withItemsPerTask(7).withTasksPerJob(5);
        new WorkRun(SPARK.context()).run(plan, rows::addAll);
    }

    @Test
    public void rowsComeOnceAndInOrder() {
        run(work(500, (from, to) -> stopped -> numbers(from, to)));
        assertEquals(
                LongStream.range(0, 500).mapToObj(Long::toString).collect(Collectors.toList()),
                rows.stream().map(Row::item).collect(Collectors.toList()));
    }

    @Test
    public void aTaskThatFailsIsTriedAgain() {
        run(work(50, (from, to) -> stopped -> {
            if (from == 14 && TaskContext.get().attemptNumber() < 2) {
                throw new IllegalStateException("this time only");
            }
            return numbers(from, to);
        }));
        assertEquals(50, rows.size());
    }

    @Test
    public void whatAnExecutorLacksIsSaid() {
        Work broken = work(200, (from, to) -> stopped -> {
            if (from >= 70) {
                throw new EngineException("no AVX here");
            }
            return numbers(from, to);
        });
        ClusterException failure = assertThrows(ClusterException.class, () -> run(broken));
        assertEquals("An executor cannot compute: no AVX here", failure.getMessage());
        assertEquals("the jobs before it", 70, rows.size());
    }

    @Test
    public void whenSparkGivesUpItIsSaidWhatToDo() {
        Work broken = work(1, (from, to) -> stopped -> {
            throw new IllegalStateException("out of luck");
        });
        String message = assertThrows(ClusterException.class, () -> run(broken)).getMessage();
        assertTrue(message, message.contains("out of luck") && message.contains("--skip-existing"));
    }
}
