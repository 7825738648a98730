package org.jointattention.tensorflow;

import java.util.Random;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** A few runs of a network on noise: the probabilities of it, and how long it takes. */
final class PrecisionTrial {
    private final float[] probabilities;
    private final double seconds;

    /** @param repetitions timed runs after a first one, which also optimises the graph */
    PrecisionTrial(InferenceGraph graph, Session session, int repetitions) {
        float[] input = noise((int) graph.input().asOutput().shape().size());
        probabilities = new float[(int) graph.probabilities().asOutput().shape().size()];
        double best = run(graph, session, input);
        for (int i = 0; i < repetitions; i++) {
            double time = run(graph, session, input);
            best = i == 0 ? time : Math.min(best, time);
        }
        seconds = best;
    }

    private double run(InferenceGraph graph, Session session, float[] input) {
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

    private static float[] noise(int length) {
        float[] values = new float[length];
        Random random = new Random(1);
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** Of the last run. */
    float[] probabilities() {
        return probabilities;
    }

    /** The best time. */
    double seconds() {
        return seconds;
    }
}
