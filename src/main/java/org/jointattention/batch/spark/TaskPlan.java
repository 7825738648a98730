package org.jointattention.batch.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How work is cut: items into tasks, tasks into jobs that are run one after the other. A job is made when its turn comes;
 * its number of tasks and of items is limited, and with it what the driver holds.
 */
public final class TaskPlan {
    private static final int MOST_ITEMS_PER_TASK = 64;
    private static final int LEAST_TASKS_PER_JOB = 64;
    private static final int MOST_TASKS_PER_JOB = 1024;

    /** Tasks for each core, where there are few items: so that no core waits long for the last one. */
    private static final long TASKS_PER_CORE = 8;

    /** Tasks of a job for each core: few enough that its rows come soon. */
    private static final long JOB_TASKS_PER_CORE = 16;

    private final Work work;
    private final int itemsPerTask;
    private final int tasksPerJob;

    private TaskPlan(Work work, int itemsPerTask, int tasksPerJob) {
        this.work = Objects.requireNonNull(work);
        this.itemsPerTask = itemsPerTask;
        this.tasksPerJob = tasksPerJob;
        if (itemsPerTask < 1 || tasksPerJob < 1) {
            throw new ClusterException("A task needs at least 1 item and a job at least 1 task, but they are "
                    + itemsPerTask + " and " + tasksPerJob + ".");
        }
    }

    /** @param cores of all executors; tasks get from 1 to 64 items, jobs from 64 to 1024 tasks */
    public static TaskPlan of(Work work, int cores) {
        long items = work.count() / (TASKS_PER_CORE * Math.max(1, cores));
        return new TaskPlan(work, (int) within(1, items, MOST_ITEMS_PER_TASK), (int)
                within(LEAST_TASKS_PER_JOB, JOB_TASKS_PER_CORE * cores, MOST_TASKS_PER_JOB));
    }

    private static long within(long least, long value, long most) {
        return Math.max(least, Math.min(most, value));
    }

    /** @throws ClusterException if it is less than 1 */
    public TaskPlan withItemsPerTask(int items) {
        return new TaskPlan(work, items, tasksPerJob);
    }

    /** @throws ClusterException if it is less than 1 */
    public TaskPlan withTasksPerJob(int tasks) {
        return new TaskPlan(work, itemsPerTask, tasks);
    }

    public long items() {
        return work.count();
    }

    public int itemsPerTask() {
        return itemsPerTask;
    }

    public long jobs() {
        return (work.count() + itemsPerJob() - 1) / itemsPerJob();
    }

    private long itemsPerJob() {
        return (long) itemsPerTask * tasksPerJob;
    }

    /**
     * The tasks of a job, made anew at each call.
     *
     * @param index of the job, 0 to jobs - 1
     */
    public List<Slice> job(long index) {
        long end = Math.min(work.count(), (index + 1) * itemsPerJob());
        List<Slice> tasks = new ArrayList<>();
        for (long from = index * itemsPerJob(); from < end; from += itemsPerTask) {
            tasks.add(work.slice(from, Math.min(end, from + itemsPerTask)));
        }
        return tasks;
    }
}
