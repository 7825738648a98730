package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jointattention.files.CancelledException;

/** Does the same with many files in a few threads; results keep the order of the files. */
final class ParallelFiles {
    private final int threads;

    ParallelFiles(int threads) {
        this.threads = threads;
    }

    /**
     * @throws RuntimeException the first that the task threw, in the order of the inputs
     * @throws CancelledException if this thread is interrupted; it stays so
     */
    <T, R> List<R> map(List<T> inputs, Function<T, R> task) {
        ExecutorService pool =
                Executors.newFixedThreadPool(Math.max(1, Math.min(threads, inputs.size())), ParallelFiles::daemon);
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (T input : inputs) {
                futures.add(pool.submit(() -> task.apply(input)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(get(future));
            }
            return results;
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "joint-attention-evaluation");
        thread.setDaemon(true);
        return thread;
    }

    /** The files at work are finished, so that nothing is read any more when this ends. */
    private static void awaitEnd(ExecutorService pool) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <R> R get(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The evaluation was cancelled.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
