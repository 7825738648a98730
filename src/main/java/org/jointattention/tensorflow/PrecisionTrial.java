package org.jointattention.tensorflow;

import org.jointattention.engine.Precision;
import org.jointattention.engine.PredictorOptions;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** Compares the precisions of one network: first float32, then bfloat16, each in a session of its own. */
final class PrecisionTrial {
    private static final int TIMED_RUNS = 3;

    private final InferenceGraph graph;
    private final boolean automatic;
    private final TrialInput input;
    private final float[] exact;
    private final double seconds;

    /**
     * Measures float32.
     *
     * @param options of the precision AUTO or BFLOAT16
     * @param plain may be closed afterwards
     */
    PrecisionTrial(InferenceGraph graph, PredictorOptions options, Session plain) {
        this.graph = graph;
        automatic = options.precision() == Precision.AUTO;
        input = TrialInput.of(options, (int) graph.input().asOutput().shape().size());
        exact = new float[(int) graph.probabilities().asOutput().shape().size()];
        run(plain, exact);
        seconds = automatic ? seconds(plain) : 0;
    }

    /** Whether the precision is to be chosen. */
    boolean isAutomatic() {
        return automatic;
    }

    /**
     * Compares bfloat16 with it.
     *
     * @throws org.jointattention.engine.EngineException if bfloat16 was asked for, and this CPU computes none
     */
    PrecisionChoice judge(Session reduced) {
        double difference = difference(reduced);
        return automatic
                ? PrecisionChoice.automatic(difference, input.name(), () -> seconds(reduced) / seconds)
                : PrecisionChoice.bfloat16(difference);
    }

    private double difference(Session reduced) {
        float[] probabilities = new float[exact.length];
        run(reduced, probabilities);
        return PrecisionChoice.largestDifference(exact, probabilities);
    }

    /** The best time of a few runs, after one that optimised the graph. */
    private double seconds(Session session) {
        float[] probabilities = new float[exact.length];
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TIMED_RUNS; i++) {
            long start = System.nanoTime();
            run(session, probabilities);
            best = Math.min(best, (System.nanoTime() - start) * 1e-9);
        }
        return best;
    }

    private void run(Session session, float[] probabilities) {
        try (TFloat32 tensor = Tensors.floats(Net.extents(graph.input()), input.values());
                Result result = session.runner()
                        .feed(graph.input(), tensor)
                        .fetch(graph.probabilities())
                        .run()) {
            Tensors.read(result.get(0), probabilities);
        }
    }
}
