package org.jointattention.tensorflow;

import org.jointattention.engine.Device;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.PredictorOptions;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;

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

    /** Opens sessions of one graph. */
    interface Opener {
        /** @param bfloat16 whether the session may compute in bfloat16 */
        Session open(boolean bfloat16);
    }

    /**
     * Opens a session of the wanted device and precision; AUTO is decided by a trial. Where it fails, no
     * session is left open, since a graph with an open session can never be closed.
     *
     * @throws EngineException if the device or the precision cannot be had
     */
    static PredictorSession open(InferenceGraph graph, PredictorOptions options) {
        return open(
                graph,
                options,
                bfloat16 -> Sessions.open(graph.graph(), options.threads(), options.device(), bfloat16));
    }

    /**
     * As above. The sessions of a trial are open one after the other, so that it needs the memory of one; that of
     * bfloat16 needs less than that of float32. To open a session again costs less than one more tile.
     */
    static PredictorSession open(InferenceGraph graph, PredictorOptions options, Opener opener) {
        Session plain = opener.open(false);
        Device device;
        PrecisionTrial trial;
        try {
            device = Devices.inUse(plain, options.device());
            if (options.precision() == Precision.FLOAT32 || !device.name().equals("CPU")) {
                return new PredictorSession(plain, device, untried(device, options.precision()));
            }
            trial = new PrecisionTrial(graph, options, plain);
        } catch (RuntimeException | Error e) {
            plain.close();
            throw e;
        }
        plain.close();
        return tried(trial, device, opener);
    }

    /** A trial that fails is a reason for AUTO to take float32. */
    private static PredictorSession tried(PrecisionTrial trial, Device device, Opener opener) {
        PrecisionChoice choice;
        try {
            PredictorSession reduced = reduced(trial, device, opener);
            choice = reduced.choice;
            if (choice.precision() == Precision.BFLOAT16) {
                return reduced;
            }
            reduced.close();
        } catch (TensorFlowException | OutOfMemoryError e) {
            if (!trial.isAutomatic()) {
                throw e;
            }
            choice = PrecisionChoice.float32("bfloat16 could not be tried: " + e.getMessage());
        }
        return new PredictorSession(opener.open(false), device, choice);
    }

    private static PredictorSession reduced(PrecisionTrial trial, Device device, Opener opener) {
        Session session = opener.open(true);
        try {
            return new PredictorSession(session, device, trial.judge(session));
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    private static PrecisionChoice untried(Device device, Precision wanted) {
        if (wanted == Precision.FLOAT32) {
            return PrecisionChoice.float32("float32 was asked for");
        }
        if (wanted == Precision.BFLOAT16) {
            throw new EngineException(
                    "bfloat16 was asked for, but it is computed on CPUs only, and the network runs on " + device.name()
                            + ": use the precision float32 or auto, or the device cpu.");
        }
        return PrecisionChoice.float32("bfloat16 is used on CPUs only");
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
