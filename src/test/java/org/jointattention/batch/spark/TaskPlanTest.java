package org.jointattention.batch.spark;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class TaskPlanTest {
    /** Remembers the slices that were asked for. */
    private static final class Numbers implements Work {
        private final long count;
        private final List<long[]> slices = new ArrayList<>();

        Numbers(long count) {
            this.count = count;
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public Slice slice(long from, long to) {
            slices.add(new long[] {from, to});
            return stopped -> List.of();
        }
    }

    private static void assertCovers(Numbers work, TaskPlan plan) {
        for (long job = 0; job < plan.jobs(); job++) {
            plan.job(job);
        }
        long next = 0;
        for (long[] slice : work.slices) {
            assertEquals(next, slice[0]);
            next = slice[1];
        }
        assertEquals(work.count, next);
    }

    @Test
    public void everyItemIsInOneTask() {
        for (long count : new long[] {0, 1, 6, 7, 36, 37}) {
            Numbers work = new Numbers(count);
            assertCovers(work, TaskPlan.of(work, 1).withItemsPerTask(3).withTasksPerJob(4));
        }
    }

    @Test
    public void fewItemsAreSpreadOverAllCores() {
        assertEquals(1, TaskPlan.of(new Numbers(20), 8).itemsPerTask());
        assertEquals(31, TaskPlan.of(new Numbers(2_000), 8).itemsPerTask());
        assertEquals(64, TaskPlan.of(new Numbers(1_000_000), 8).itemsPerTask());
    }

    @Test
    public void jobsOfSmallClustersAreSmall() {
        assertEquals(64, TaskPlan.of(new Numbers(1_000_000), 1).job(0).size());
        assertEquals(320, TaskPlan.of(new Numbers(1_000_000), 20).job(0).size());
    }

    /** A plan of a list of all items would not fit into memory. */
    @Test
    public void aJobOfManyItemsIsMadeAlone() {
        Numbers work = new Numbers(1_000_000_000_000L);
        TaskPlan plan = TaskPlan.of(work, 100);
        assertEquals(15_258_790L, plan.jobs());
        assertEquals(1024, plan.job(7_000_000).size());
        assertEquals(7_000_000L * 64 * 1024, work.slices.get(0)[0]);
        plan.job(plan.jobs() - 1);
        assertEquals(work.count, work.slices.get(work.slices.size() - 1)[1]);
    }

    @Test
    public void anEmptyTaskIsRefused() {
        TaskPlan plan = TaskPlan.of(new Numbers(1), 1);
        assertThrows(ClusterException.class, () -> plan.withItemsPerTask(0));
        assertThrows(ClusterException.class, () -> plan.withTasksPerJob(0));
    }
}
