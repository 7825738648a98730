package org.jointattention.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ctrl-C, for work that ends by itself when it is asked to. */
final class StopSignal {
    private static final long SECONDS_TO_END = 60;

    private final Runnable told;
    private volatile boolean stopped;

    /** @param told is run once, on another thread, when Ctrl-C comes */
    StopSignal(Runnable told) {
        this.told = told;
    }

    /** Whether the work is to end. */
    boolean stopped() {
        return stopped;
    }

    /** Does the work; Ctrl-C asks it to end, and waits for that. */
    <T> T watch(Supplier<T> work) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(ended), "joint-attention-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            ended.countDown();
            remove(hook);
        }
    }

    private void stop(CountDownLatch ended) {
        stopped = true;
        told.run();
        try {
            ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            stopped = true; // the hook runs already, and has been let go
        }
    }
}
