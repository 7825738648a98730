package org.jointattention.tensorflow;

import org.jointattention.engine.Device;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.PredictorOptions;
import org.tensorflow.Session;

/** The session that a predictor computes with, its device and its precision. */
final class PredictorSession implements AutoCloseable {
    private final Session session;
    private final Device device;
    private final PrecisionChoice choice;

    private PredictorSession(Session session, Device device, PrecisionChoice choice) {
        this.session = session;
        this.device = device;
        this.choice = choice;
    }

    /**
     * Opens a session of the wanted device and precision; AUTO is decided by a trial. Where it fails, no
     * session is left open, since a graph with an open session can never be closed.
     *
     * @throws EngineException if the device or the precision cannot be had
     */
    static PredictorSession open(InferenceGraph graph, PredictorOptions options) {
        Session plain = Sessions.open(graph.graph(), options.threads(), options.device(), false);
        try {
            Device device = Devices.inUse(plain, options.device());
            if (options.precision() == Precision.FLOAT32) {
                return new PredictorSession(plain, device, PrecisionChoice.float32("float32 was asked for"));
            }
            if (device.name().equals("CPU")) {
                return tried(graph, plain, device, options);
            }
            return new PredictorSession(plain, device, onGpu(device, options.precision()));
        } catch (RuntimeException | Error e) {
            plain.close();
            throw e;
        }
    }

    private static PrecisionChoice onGpu(Device device, Precision wanted) {
        if (wanted == Precision.BFLOAT16) {
            throw new EngineException(
                    "bfloat16 was asked for, but it is computed on CPUs only, and the network runs on " + device.name()
                            + ": use the precision float32 or auto, or the device cpu.");
        }
        return PrecisionChoice.float32("bfloat16 is used on CPUs only");
    }

    private static PredictorSession tried(
            InferenceGraph graph, Session plain, Device device, PredictorOptions options) {
        Session reduced = Sessions.open(graph.graph(), options.threads(), options.device(), true);
        try {
            PrecisionChoice choice = compare(graph, plain, reduced, options);
            boolean isReduced = choice.precision() == Precision.BFLOAT16;
            (isReduced ? plain : reduced).close();
            return new PredictorSession(isReduced ? reduced : plain, device, choice);
        } catch (RuntimeException | Error e) {
            reduced.close();
            throw e;
        }
    }

    private static PrecisionChoice compare(
            InferenceGraph graph, Session plain, Session reduced, PredictorOptions options) {
        TrialInput input =
                TrialInput.of(options, (int) graph.input().asOutput().shape().size());
        PrecisionTrial exact = new PrecisionTrial(graph, plain, input);
        PrecisionTrial fast = new PrecisionTrial(graph, reduced, input);
        double difference = PrecisionChoice.largestDifference(exact.probabilities(), fast.probabilities());
        return options.precision() == Precision.AUTO
                ? PrecisionChoice.automatic(difference, input.name(), () -> fast.seconds() / exact.seconds())
                : PrecisionChoice.bfloat16(difference);
    }

    Session session() {
        return session;
    }

    Device device() {
        return device;
    }

    PrecisionChoice choice() {
        return choice;
    }

    @Override
    public void close() {
        session.close();
    }
}
