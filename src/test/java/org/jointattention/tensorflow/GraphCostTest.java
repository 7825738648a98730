package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.junit.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

public class GraphCostTest {
    private static final long LIBRARY = 300L << 20;
    private static final long PIXELS = 64 * 64;

    private static Operand<TFloat32> convolution(Ops tf, Operand<TFloat32> x, int size, int in, int out) {
        Operand<TFloat32> kernel =
                tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(size, size, in, out)));
        return tf.nn.conv2d(x, kernel, List.of(1L, 1L, 1L, 1L), "SAME");
    }

    @Test
    public void countsMultiplicationsAndAdditions() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(1, 64, 64, 8)));
            Operand<TFloat32> y = convolution(tf, tf.nn.relu(convolution(tf, x, 3, 8, 16)), 1, 16, 2);
            assertEquals(2 * PIXELS * (9 * 8 * 16 + 16 * 2), new GraphCost(graph, Set.of(y)).flops());
        }
    }

    @Test
    public void peakIsWhatLivesAtOnce() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(1, 64, 64, 8)));
            Operand<TFloat32> wide = convolution(tf, x, 1, 8, 64);
            Operand<TFloat32> narrow = convolution(tf, wide, 1, 64, 1);
            long peak = (new GraphCost(graph, Set.of(narrow)).peakBytes() - LIBRARY) * 4 / 7;
            long wideBytes = PIXELS * 64 * Float.BYTES;
            assertTrue(peak + " of " + wideBytes, peak > wideBytes && peak < 1.3 * wideBytes);
        }
    }

    @Test
    public void weightsAreHeldThroughTheWholeRun() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> early = tf.variable(Tensors.shape(1, 64, 64, 8), TFloat32.class);
            Operand<TFloat32> late = tf.math.square(tf.math.tanh(tf.math.tanh(tf.identity(early))));
            Operand<TFloat32> unused = tf.variable(Tensors.shape(1, 64, 64, 8), TFloat32.class);
            long peak = (new GraphCost(graph, Set.of(late, unused)).peakBytes() - LIBRARY) * 4 / 7;
            // Both variables, and input and output of one operation.
            assertEquals(4 * PIXELS * 8 * Float.BYTES, peak, 8);
        }
    }

    @Test
    public void largerTilesNeedMore() {
        TensorFlowEngine engine = new TensorFlowEngine();
        ModelSpec spec = TestModels.tiny("none", 1);
        long small = engine.predictorBytes(spec, PredictorOptions.tile(256, 256)) - LIBRARY;
        long large = engine.predictorBytes(spec, PredictorOptions.tile(512, 512)) - LIBRARY;
        assertEquals(4, (double) large / small, 0.2);
    }
}
