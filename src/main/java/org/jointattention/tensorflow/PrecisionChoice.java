package org.jointattention.tensorflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.jointattention.engine.Device;
import org.jointattention.engine.Precision;
import org.jointattention.engine.PredictorOptions;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** The precision that a predictor computes in, the session that does so, and why. */
final class PrecisionChoice {
    /** Largest difference of a probability at which bfloat16 still agrees. */
    static final double TOLERANCE = 0.03;

    private static final int TRIALS = 3;

    private final Session session;
    private final Precision precision;
    private final String reason;

    private PrecisionChoice(Session session, Precision precision, String reason) {
        this.session = session;
        this.precision = precision;
        this.reason = reason;
    }

    /**
     * Takes the plain float32 session or replaces it; the other one is closed. AUTO takes bfloat16 where
     * a quick timing shows it faster and its probabilities agree within {@link #TOLERANCE}.
     */
    static PrecisionChoice make(InferenceGraph graph, Session plain, Device device, PredictorOptions options) {
        if (options.precision() == Precision.FLOAT32) {
            return new PrecisionChoice(plain, Precision.FLOAT32, "float32 was asked for");
        }
        if (!device.name().equals("CPU")) {
            return new PrecisionChoice(plain, Precision.FLOAT32, "bfloat16 is used on CPUs only");
        }
        Session reduced = Sessions.open(graph.graph, options.threads(), options.device(), true);
        if (options.precision() == Precision.BFLOAT16) {
            plain.close();
            return new PrecisionChoice(reduced, Precision.BFLOAT16, "bfloat16 was asked for");
        }
        return compare(graph, plain, reduced);
    }

    private static PrecisionChoice compare(InferenceGraph graph, Session plain, Session reduced) {
        float[] input = trialInput(graph);
        Trial exact = new Trial(graph, plain, input);
        Trial fast = new Trial(graph, reduced, input);
        double ratio = fast.seconds / exact.seconds;
        double difference = largestDifference(exact.probabilities, fast.probabilities);
        String measured = String.format(
                Locale.ROOT, "bfloat16 takes %.2f times as long, probabilities differ by %.3f", ratio, difference);
        if (ratio < 0.95 && difference <= TOLERANCE) {
            plain.close();
            return new PrecisionChoice(reduced, Precision.BFLOAT16, measured);
        }
        reduced.close();
        return new PrecisionChoice(plain, Precision.FLOAT32, measured);
    }

    private static float[] trialInput(InferenceGraph graph) {
        float[] input = new float[(int) graph.input.asOutput().shape().size()];
        Random random = new Random(1);
        for (int i = 0; i < input.length; i++) {
            input[i] = random.nextFloat();
        }
        return input;
    }

    private static double largestDifference(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = Math.abs(a[i] - b[i]);
            // Not Math.max alone: a NaN must count as a disagreement.
            largest = difference <= largest ? largest : difference;
        }
        return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
    }

    /** The best time of a few runs after a first one, and the probabilities. */
    private static final class Trial {
        private final float[] probabilities;
        private final double seconds;

        Trial(InferenceGraph graph, Session session, float[] input) {
            probabilities =
                    new float[(int) graph.probabilities.asOutput().shape().size()];
            double[] times = new double[TRIALS + 1];
            int[] shape = Net.extents(graph.input);
            for (int i = 0; i <= TRIALS; i++) {
                long start = System.nanoTime();
                try (TFloat32 tensor = Tensors.floats(shape, input);
                        Result result = session.runner()
                                .feed(graph.input, tensor)
                                .fetch(graph.probabilities)
                                .run()) {
                    Tensors.read(result.get(0), probabilities);
                }
                times[i] = (System.nanoTime() - start) * 1e-9;
            }
            // The first run also optimises the graph.
            seconds = Arrays.stream(times, 1, times.length).min().orElse(times[0]);
        }
    }

    Session session() {
        return session;
    }

    Precision precision() {
        return precision;
    }

    String reason() {
        return reason;
    }
}
