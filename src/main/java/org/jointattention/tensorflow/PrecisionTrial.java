package org.jointattention.tensorflow;

import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** A few runs of a network: the probabilities that come out, and how long it takes. */
final class PrecisionTrial {
    private static final int TIMED_RUNS = 3;

    private final InferenceGraph graph;
    private final Session session;
    private final float[] input;
    private final float[] probabilities;

    /** Runs it once, which also optimises the graph. */
    PrecisionTrial(InferenceGraph graph, Session session, TrialInput input) {
        this.graph = graph;
        this.session = session;
        this.input = input.values();
        probabilities = new float[(int) graph.probabilities().asOutput().shape().size()];
        run();
    }

    private double run() {
        long start = System.nanoTime();
        try (TFloat32 tensor = Tensors.floats(Net.extents(graph.input()), input);
                Result result = session.runner()
                        .feed(graph.input(), tensor)
                        .fetch(graph.probabilities())
                        .run()) {
            Tensors.read(result.get(0), probabilities);
        }
        return (System.nanoTime() - start) * 1e-9;
    }

    /** Of the last run. */
    float[] probabilities() {
        return probabilities;
    }

    /** The best time of a few more runs, while the session is open. */
    double seconds() {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TIMED_RUNS; i++) {
            best = Math.min(best, run());
        }
        return best;
    }
}
