package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.junit.After;
import org.junit.Test;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;

/** The sessions of a trial are open one at a time, and none is left behind. */
public class PredictorSessionTest {
    private static final int LIMIT = 20_000;

    private final TensorFlowEngine engine = new TensorFlowEngine();
    private final ModelSpec spec = TestModels.tiny("joint", 1);
    private final Weights weights = engine.initialWeights(spec, 1);
    private final PredictorOptions options =
            PredictorOptions.tile(16, 16).withDevice(DeviceChoice.CPU).withSample(TestModels.noise(256, 3));
    private final InferenceGraph graph = InferenceGraph.of(spec, weights, options);
    private final List<Session> opened = new ArrayList<>();
    private final List<Boolean> kinds = new ArrayList<>();

    /** Ends only where every session is closed. */
    @After
    public void closeGraph() {
        graph.close();
    }

    private Session openAlone(boolean bfloat16) {
        opened.forEach(this::assertClosed);
        // Whether bfloat16 is computed depends on the CPU, so here neither session computes it.
        Session session = Sessions.open(graph.graph(), 1, DeviceChoice.CPU, false);
        opened.add(session);
        kinds.add(bfloat16);
        return session;
    }

    private void assertClosed(Session session) {
        assertThrows(
                IllegalStateException.class,
                () -> session.runner().fetch(graph.probabilities()).run());
    }

    @Test(timeout = LIMIT)
    public void onlyOneSessionIsOpenAtATime() {
        PredictorOptions auto = options.withPrecision(Precision.AUTO);
        try (PredictorSession session = PredictorSession.open(graph, auto, this::openAlone)) {
            assertEquals(List.of(false, true, false), kinds);
            assertEquals(opened.get(2), session.session());
            assertEquals(Precision.FLOAT32, session.choice().precision());
            assertEquals("this CPU computes no bfloat16", session.choice().reason());
        }
        opened.forEach(this::assertClosed);
    }

    @Test(timeout = LIMIT)
    public void float32IsNotTried() {
        try (PredictorSession session = PredictorSession.open(graph, options, this::openAlone)) {
            assertEquals(List.of(false), kinds);
            assertEquals("float32 was asked for", session.choice().reason());
        }
    }

    @Test(timeout = LIMIT)
    public void aTrialThatFailsIsAReasonForFloat32() {
        PredictorOptions auto = options.withPrecision(Precision.AUTO);
        try (PredictorSession session = PredictorSession.open(graph, auto, this::openFailing)) {
            assertEquals(List.of(false, true, false), kinds);
            assertEquals(
                    "bfloat16 could not be tried: too large", session.choice().reason());
        }
    }

    private Session openFailing(boolean bfloat16) {
        if (bfloat16) {
            kinds.add(true);
            throw new TensorFlowException("too large");
        }
        return openAlone(false);
    }

    @Test(timeout = LIMIT)
    public void bfloat16ThatWasAskedForIsNotReplaced() {
        PredictorOptions reduced = options.withPrecision(Precision.BFLOAT16);
        EngineException none =
                assertThrows(EngineException.class, () -> PredictorSession.open(graph, reduced, this::openAlone));
        assertTrue(none.getMessage(), none.getMessage().contains("this CPU computes no bfloat16"));
        assertThrows(TensorFlowException.class, () -> PredictorSession.open(graph, reduced, this::openFailing));
        opened.forEach(this::assertClosed);
    }
}
