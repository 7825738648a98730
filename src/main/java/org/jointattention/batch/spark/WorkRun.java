package org.jointattention.batch.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.jointattention.engine.EngineException;
import org.jointattention.files.CancelledException;
import org.jointattention.files.FailureReason;
import org.jointattention.model.ModelException;

/** Has the jobs of a plan done. The rows of a job come to the driver when it is complete, each row once. */
public final class WorkRun {
    /** The second job's tasks take the cores that the last tasks of the first one leave idle. */
    private static final int JOBS_AT_ONCE = 2;

    private final JavaSparkContext context;

    public WorkRun(JavaSparkContext context) {
        this.context = Objects.requireNonNull(context);
    }

    /**
     * @param rows takes the rows of a job, in the order of their items, on the calling thread; the jobs come in order, too
     * @throws ClusterException if a task fails again and again; the rows before it have been given
     */
    public void run(TaskPlan plan, Consumer<List<Row>> rows) {
        Deque<JavaFutureAction<List<Row>>> running = new ArrayDeque<>();
        try {
            for (long job = 0; job < plan.jobs(); job++) {
                if (running.size() == JOBS_AT_ONCE) {
                    rows.accept(await(running.remove()));
                }
                running.add(submit(plan.job(job)));
            }
            while (!running.isEmpty()) {
                rows.accept(await(running.remove()));
            }
        } finally {
            running.forEach(job -> job.cancel(true));
        }
    }

    private JavaFutureAction<List<Row>> submit(List<Slice> tasks) {
        return context.parallelize(tasks, tasks.size())
                .flatMap(slice -> slice.run(TaskContext.get()::isInterrupted).iterator())
                .collectAsync();
    }

    private static List<Row> await(JavaFutureAction<List<Row>> job) {
        try {
            return job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The run was interrupted.");
        } catch (ExecutionException e) {
            throw explained(e);
        }
    }

    /** What a task threw is the cause of Spark's exception, or of its cause. */
    private static RuntimeException explained(ExecutionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EngineException || cause instanceof ModelException) {
                return new ClusterException("An executor cannot compute: " + cause.getMessage(), failure);
            }
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new ClusterException(
                "Spark gave the run up: " + FailureReason.of(cause)
                        + " Mend that, and go on with --skip-existing; the log of the executor says more.",
                failure);
    }
}
