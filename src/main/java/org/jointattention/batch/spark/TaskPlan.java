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
    private static final int TASKS_PER_JOB = 1024;

    /** Tasks for each core, where there are few items: so that no core waits long for the last one. */
    private static final long TASKS_PER_CORE = 8;

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

    /** @param cores of all executors; tasks get from 1 to 64 items */
    public static TaskPlan of(Work work, int cores) {
        long items = work.count() / (TASKS_PER_CORE * Math.max(1, cores));
        return new TaskPlan(work, (int) Math.max(1, Math.min(MOST_ITEMS_PER_TASK, items)), TASKS_PER_JOB);
    }

    /** As few slices as are needed, at most so many: for one look at all items. */
    static TaskPlan inOneJob(Work work, int slices) {
        long items = (work.count() + slices - 1) / slices;
        return new TaskPlan(work, Math.toIntExact(Math.max(1, items)), slices);
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
