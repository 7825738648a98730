package org.jointattention.segmentation;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One background thread that does one task after the other, and has ended when this is closed. */
final class TileThread implements AutoCloseable {
    private static final int LOOK_MILLIS = 500;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private volatile Thread thread;

    <T> Future<T> submit(Callable<T> task) {
        return executor.submit(task);
    }

    /**
     * What a task returns.
     *
     * @throws OutOfMemoryError if memory ran out where a task could not even keep that: nobody would ever finish it
     */
    <T> T get(Future<T> task) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (!thread.isAlive() && !task.isDone()) {
                    throw new OutOfMemoryError("Java heap space");
                }
            }
        }
    }

    /** Once: tasks keep what they throw, so the thread outlives them, unless memory runs out outside of one. */
    private Thread thread(Runnable loop) {
        if (thread != null) {
            return null; // another one would not finish the task that this one left
        }
        thread = new Thread(loop, "joint-attention-tiles");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Waits, even when interrupted, so that nobody reads the image any longer. An executor counts as terminated while
     * its thread still runs its last instructions; so the thread itself is waited for.
     */
    @Override
    public void close() {
        executor.shutdownNow();
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
