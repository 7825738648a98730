package org.jointattention.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jointattention.files.CancelledException;
import org.jointattention.segmentation.Progress;

/** One run of a batch: its threads take one file after the other, until there is none or the run is stopped. */
final class BatchRun {
    private final List<BatchFile> files;
    private final BatchProgress progress;
    private final BatchListener listener;
    private final BatchOptions options;
    private final FileOutcome[] outcomes;
    private final Object events = new Object();
    private int next;
    private volatile boolean stopped;

    BatchRun(List<BatchFile> files, Progress progress, BatchListener listener, BatchOptions options) {
        this.files = files;
        this.progress = new BatchProgress(progress, files, () -> stopped);
        this.listener = listener;
        this.options = options;
        this.outcomes = new FileOutcome[files.size()];
    }

    /** Passes on what is told of files in work, one call at a time. */
    BatchListener whileInWork() {
        return new BatchListener() {
            @Override
            public void opened(BatchFile file, String mapping) {
                synchronized (events) {
                    listener.opened(file, mapping);
                }
            }

            @Override
            public void saved(BatchFile file, Path result) {
                synchronized (events) {
                    listener.saved(file, result);
                }
            }
        };
    }

    /** The outcomes that there are, in the order of the files. */
    List<FileOutcome> run(FileWork work) {
        int workers = Math.min(options.workers(), files.size());
        if (workers > 0) {
            ExecutorService threads = Executors.newFixedThreadPool(workers, BatchRun::thread);
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                ends.add(threads.submit(() -> work(work)));
            }
            threads.shutdown();
            await(ends);
        }
        return Arrays.stream(outcomes).filter(Objects::nonNull).collect(Collectors.toList());
    }

    private static Thread thread(Runnable loop) {
        Thread thread = new Thread(loop, "joint-attention-batch");
        thread.setDaemon(true);
        return thread;
    }

    private void work(FileWork work) {
        try {
            for (int i = begin(); i >= 0; i = begin()) {
                end(i, work.outcome(files.get(i), progress.of(i)));
            }
        } catch (CancelledException e) {
            stopped = true;
        } catch (RuntimeException | Error e) {
            stopped = true; // a mistake of the listener or of the program: nothing to go on with
            throw e;
        }
    }

    /** The next file's index, or -1. */
    private int begin() {
        if (progress.isCancelled()) {
            return -1;
        }
        synchronized (events) {
            if (next == files.size()) {
                return -1;
            }
            listener.began(files.get(next), next, files.size());
            return next++;
        }
    }

    private void end(int index, FileOutcome outcome) {
        if (outcome.isSkipped()) {
            progress.skip(index);
        } else {
            progress.end(index);
        }
        synchronized (events) {
            outcomes[index] = outcome;
            stopped |= options.failFast() && outcome.failure().isPresent();
            listener.ended(outcome);
        }
    }

    /** Waits for all, even when interrupted: that stops the run, but a file that is being written is written to its end. */
    private void await(List<Future<?>> ends) {
        boolean interrupted = false;
        Throwable failure = null;
        for (Future<?> end : ends) {
            boolean ended = false;
            while (!ended) {
                try {
                    end.get();
                    ended = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopped = true;
                } catch (ExecutionException e) {
                    failure = failure == null ? e.getCause() : failure;
                    ended = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        rethrow(failure);
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error) {
            throw (Error) failure;
        }
        if (failure != null) {
            throw (RuntimeException) failure; // what the threads run throws nothing checked
        }
    }
}
