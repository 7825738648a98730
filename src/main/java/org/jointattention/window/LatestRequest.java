package org.jointattention.window;

import java.util.function.Consumer;

/**
 * Works off requests on a thread of its own, always the latest: a request that a newer one overtakes is dropped. So
 * what follows the mouse never lags behind by more than one computation.
 */
final class LatestRequest<T> implements AutoCloseable {
    private final Consumer<T> work;
    private final Runnable end;
    private T waiting;
    private boolean closed;

    /**
     * @param work does what is asked for, on the thread; it reports its failures itself
     * @param end is run on the thread when this is closed and the work at hand is done
     */
    LatestRequest(String threadName, Consumer<T> work, Runnable end) {
        this.work = work;
        this.end = end;
        Thread thread = new Thread(this::loop, threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks for something; never waits. */
    synchronized void submit(T request) {
        waiting = request;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Takes no more requests; never waits. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void loop() {
        try {
            for (T request = next(); request != null; request = next()) {
                work.accept(request);
            }
        } finally {
            end.run();
        }
    }

    /** Null when closed. */
    private synchronized T next() {
        try {
            while (waiting == null && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        T request = closed ? null : waiting;
        waiting = null;
        return request;
    }
}
