package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;

import java.util.List;
import org.jointattention.engine.DeviceChoice;
import org.junit.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

public class AdamWTest {
    private static final double RATE = 0.01;
    private static final double DECAY = 0.5;
    /** The last one is so small that epsilon counts. */
    private static final double[][] GRADIENTS = {{1, -2, 1e-8}, {3, 0.5, 2e-8}, {-1, 0, -3e-8}};

    private static final double[] START = {1, -1, 0.25};

    @Test
    public void kernelsAreDecayedAndMovedAsComputedByHand() {
        assertSteps(WeightKind.KERNEL, DECAY);
    }

    @Test
    public void biasesAreMovedButNotDecayed() {
        assertSteps(WeightKind.BIAS, 0);
    }

    private static void assertSteps(WeightKind kind, double expectedDecay) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            VariableSource weights = new VariableSource(tf);
            VariableSource moments = new VariableSource(tf);
            weights.get(new WeightDeclaration("w", kind, 3));
            Operand<TFloat32> fed = tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(3)));
            StepInputs inputs = new StepInputs(tf, 1, 1, 1);
            List<Op> updates = new AdamW(moments, DECAY).updates(tf, weights, List.of(fed), inputs);
            try (Session session = Sessions.open(graph, 1, DeviceChoice.CPU, false)) {
                start(tf, session, weights, moments);
                for (int step = 1; step <= GRADIENTS.length; step++) {
                    step(session, updates, inputs, fed, step);
                    assertArrayEquals("step " + step, expected(step, expectedDecay), read(session, weights), 3e-7f);
                }
            }
        }
    }

    private static void start(Ops tf, Session session, VariableSource weights, VariableSource moments) {
        Session.Runner runner =
                session.runner().addTarget(tf.assign(weights.reference("w"), tf.constant(floats(START))));
        for (WeightDeclaration moment : moments.declarations()) {
            runner.addTarget(tf.assign(moments.reference(moment.name()), tf.constant(new float[3])));
        }
        runner.run().close();
    }

    private static void step(Session session, List<Op> updates, StepInputs inputs, Operand<TFloat32> fed, int step) {
        try (TFloat32 gradient = Tensors.floats(new int[] {3}, floats(GRADIENTS[step - 1]));
                TFloat32 rate = TFloat32.scalarOf((float) RATE);
                TFloat32 power1 = TFloat32.scalarOf((float) Math.pow(0.9, step));
                TFloat32 power2 = TFloat32.scalarOf((float) Math.pow(0.999, step))) {
            Session.Runner runner = session.runner()
                    .feed(fed, gradient)
                    .feed(inputs.learningRate(), rate)
                    .feed(inputs.power1(), power1)
                    .feed(inputs.power2(), power2);
            updates.forEach(runner::addTarget);
            runner.run().close();
        }
    }

    private static float[] read(Session session, VariableSource weights) {
        float[] values = new float[3];
        try (Result result = session.runner().fetch(weights.reference("w")).run()) {
            Tensors.read(result.get(0), values);
        }
        return values;
    }

    /** Kingma and Ba's algorithm in the order of computation of their section 2, with decoupled decay. */
    private static float[] expected(int steps, double decay) {
        double[] weights = START.clone();
        for (int i = 0; i < weights.length; i++) {
            double m = 0;
            double v = 0;
            for (int step = 1; step <= steps; step++) {
                double gradient = GRADIENTS[step - 1][i];
                m = 0.9 * m + 0.1 * gradient;
                v = 0.999 * v + 0.001 * gradient * gradient;
                double rate = RATE * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
                weights[i] -= RATE * decay * weights[i];
                weights[i] -= rate * m / (Math.sqrt(v) + 1e-8);
            }
        }
        return floats(weights);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
