package org.jointattention.training;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jointattention.files.CancelledException;

/**
 * Batches made ahead of their use by one background thread. A batch is a pure function of data,
 * options and step, whatever step the source was started at.
 *
 * <pre>{@code
 * try (BatchSource source = new BatchSource(data, options)) {
 *     source.start(0);
 *     Batch batch = source.next();
 *     trainer.step(batch.images(), batch.labels(), rate);
 *     source.recycle(batch);
 * }
 * }</pre>
 */
public final class BatchSource implements AutoCloseable {
    private static final int AHEAD = 2;

    private final PatchSource patches;
    private final BatchOptions options;
    private final int channels;
    private final Object lock = new Object();
    private final Deque<Batch> ready = new ArrayDeque<>();
    private final Deque<Batch> free = new ArrayDeque<>();
    private Thread thread;
    private Throwable failure;
    private long failedStep;
    private long busyNanos;
    private long waitedNanos;
    private volatile boolean closed;

    /**
     * @param data samples with normalised values
     * @throws IllegalArgumentException if no sample has a labelled pixel, or a label is no class
     */
    public BatchSource(DataSet data, BatchOptions options) {
        this(new PatchMaker(data, options), options, data.channels());
    }

    BatchSource(PatchSource patches, BatchOptions options, int channels) {
        this.patches = patches;
        this.options = options;
        this.channels = channels;
    }

    /**
     * Begins to make batches.
     *
     * @param step number of the first batch, 0 or more
     * @throws IllegalStateException if it was started or closed before
     */
    public void start(long step) {
        if (step < 0) {
            throw new IllegalArgumentException("The first step is " + step + "; it must be 0 or more.");
        }
        synchronized (lock) {
            if (thread != null || closed) {
                throw new IllegalStateException("A source of batches can be started once only.");
            }
            thread = new Thread(() -> produce(step), "joint-attention-batches");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * The next batch; waits until there is one.
     *
     * @throws IllegalStateException if the source is closed or not started, or a batch could not be
     *     made; the cause says why
     * @throws CancelledException if this thread is interrupted; it stays so
     */
    public Batch next() {
        long begin = System.nanoTime();
        synchronized (lock) {
            if (thread == null) {
                throw new IllegalStateException("The source of batches is not started.");
            }
            try {
                while (ready.isEmpty() && failure == null && !closed) {
                    lock.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException("Interrupted while a batch was made.");
            } finally {
                waitedNanos += System.nanoTime() - begin;
            }
            return take();
        }
    }

    private Batch take() {
        if (closed) {
            throw new IllegalStateException("The source of batches is closed.");
        }
        if (ready.isEmpty()) {
            throw new IllegalStateException("The batch of step " + failedStep + " cannot be made: " + failure, failure);
        }
        lock.notifyAll();
        return ready.remove();
    }

    /** Gives back a batch whose arrays are no longer needed. */
    public void recycle(Batch batch) {
        synchronized (lock) {
            if (free.size() <= AHEAD) {
                free.add(batch);
            }
        }
    }

    /** Time that the background thread spent on batches. */
    public long busyNanos() {
        synchronized (lock) {
            return busyNanos;
        }
    }

    /** Time that callers of {@link #next()} waited. */
    public long waitedNanos() {
        synchronized (lock) {
            return waitedNanos;
        }
    }

    /** Stops the thread after the patch it is at, and returns when it has ended. */
    @Override
    public void close() {
        Thread running;
        synchronized (lock) {
            closed = true;
            running = thread;
            lock.notifyAll();
        }
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void produce(long first) {
        long step = first;
        try {
            for (; !closed; step++) {
                long begin = System.nanoTime();
                Batch batch = fill(emptyBatch(), step);
                deliver(batch, System.nanoTime() - begin);
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            fail(step, e);
        }
    }

    private Batch emptyBatch() {
        Batch batch;
        synchronized (lock) {
            batch = free.poll();
        }
        return batch == null ? new Batch(options, channels) : batch;
    }

    private Batch fill(Batch batch, long step) {
        batch.setStep(step);
        int pixels = options.patch() * options.patch();
        for (int index = 0; index < options.batch() && !closed; index++) {
            patches.make(step, index, new PatchTarget(batch.images(), batch.labels(), channels, index, pixels));
        }
        return batch;
    }

    private void deliver(Batch batch, long nanos) throws InterruptedException {
        synchronized (lock) {
            busyNanos += nanos;
            while (ready.size() >= AHEAD && !closed) {
                lock.wait();
            }
            ready.add(batch);
            lock.notifyAll();
        }
    }

    private void fail(long step, Throwable cause) {
        synchronized (lock) {
            failure = cause;
            failedStep = step;
            lock.notifyAll();
        }
    }
}
