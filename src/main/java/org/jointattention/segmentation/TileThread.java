package org.jointattention.segmentation;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One background thread that does one task after the other, and has ended when this is closed. */
final class TileThread implements AutoCloseable {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private volatile Thread thread;

    <T> Future<T> submit(Callable<T> task) {
        return executor.submit(task);
    }

    /** Called once: tasks keep what they throw, so the thread outlives them. */
    private Thread thread(Runnable loop) {
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
