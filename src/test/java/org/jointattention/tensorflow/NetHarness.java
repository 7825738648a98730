package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.model.WeightArray;
import org.jointattention.model.Weights;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A graph under test whose inputs and weights are placeholders with random values, so that a test can
 * read and change each of them, and compare gradients with central differences.
 */
public final class NetHarness implements AutoCloseable {
    /** How batch normalisation works in the net under test. */
    public enum Mode {
        TRAINING,
        INFERENCE
    }

    private static final int ENTRIES = 6;
    private static final float STEP = 5e-3f;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Random random;
    private final Map<String, Operand<TFloat32>> placeholders = new LinkedHashMap<>();
    private final Map<String, WeightArray> values = new LinkedHashMap<>();
    private final Map<Operand<TInt32>, Integer> integers = new LinkedHashMap<>();
    private final Net net;
    private Session session;

    public NetHarness(Mode mode, long seed) {
        random = new Random(seed);
        net = mode == Mode.TRAINING ? new TrainingNet(tf, this::weight) : new InferenceNet(tf, this::weight);
    }

    public Net net() {
        return net;
    }

    public Ops tf() {
        return tf;
    }

    /** A new input with standard normal values. */
    public Operand<TFloat32> input(String name, int... shape) {
        return weight(new WeightDeclaration(name, WeightKind.PROJECTION, shape), 1);
    }

    /** An input that holds an index. */
    public Operand<TInt32> index() {
        Operand<TInt32> placeholder = tf.placeholder(TInt32.class, Placeholder.shape(Tensors.shape()));
        integers.put(placeholder, 0);
        return placeholder;
    }

    public void setIndex(Operand<TInt32> index, int value) {
        integers.put(index, value);
    }

    private Operand<TFloat32> weight(WeightDeclaration declaration) {
        double fanIn = 1;
        for (int i = 0; i < declaration.shape().length - 1; i++) {
            fanIn *= declaration.shape()[i];
        }
        return weight(declaration, 1 / Math.sqrt(fanIn));
    }

    private Operand<TFloat32> weight(WeightDeclaration declaration, double deviation) {
        return placeholders.computeIfAbsent(declaration.name(), name -> {
            float[] array = new float[declaration.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = (float) draw(declaration.kind(), deviation);
            }
            values.put(name, new WeightArray(declaration.shape(), array));
            return tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(declaration.shape())));
        });
    }

    private double draw(WeightKind kind, double deviation) {
        switch (kind) {
            case GAMMA:
            case ZERO_GAMMA:
                return 0.7 + 0.2 * random.nextGaussian();
            case VARIANCE:
                return 0.5 + random.nextDouble();
            case BIAS:
            case MEAN:
                return 0.2 * random.nextGaussian();
            default:
                return deviation * random.nextGaussian();
        }
    }

    /** The values of an input or weight; changes count at the next run. */
    public float[] values(String name) {
        return values.get(name).values();
    }

    /** All weights and inputs by name. */
    public Weights weights() {
        return new Weights(values);
    }

    /** Sets all values of a weight. */
    public void fill(String name, float value) {
        java.util.Arrays.fill(values(name), value);
    }

    /** Computes a tensor from the present values. */
    public float[] run(Operand<TFloat32> what) {
        return run(List.of(what)).get(0);
    }

    private List<float[]> run(List<Operand<TFloat32>> what) {
        if (session == null) {
            session = Sessions.open(graph, 1, DeviceChoice.CPU, false);
        }
        List<AutoCloseable> tensors = new ArrayList<>();
        Session.Runner runner = session.runner();
        placeholders.forEach((name, placeholder) -> {
            TFloat32 tensor = Tensors.floats(values.get(name).shape(), values(name));
            tensors.add(tensor);
            runner.feed(placeholder, tensor);
        });
        integers.forEach((placeholder, value) -> {
            TInt32 tensor = TInt32.scalarOf(value);
            tensors.add(tensor);
            runner.feed(placeholder, tensor);
        });
        what.forEach(runner::fetch);
        List<float[]> outputs = new ArrayList<>();
        try (Result result = runner.run()) {
            for (int i = 0; i < what.size(); i++) {
                float[] array = new float[(int) result.get(i).shape().size()];
                Tensors.read(result.get(i), array);
                outputs.add(array);
            }
        }
        for (AutoCloseable tensor : tensors) {
            close(tensor);
        }
        return outputs;
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Compares the gradient of a random weighted sum of the output with central differences, at several
     * entries of every input and weight that reaches it.
     *
     * @param tolerance relative to the largest gradient of the same tensor
     */
    public void checkGradients(Operand<TFloat32> output, double tolerance) {
        float[] mix = mix(output);
        Map<String, float[]> gradients = gradients(output, mix);
        assertTrue("nothing reaches the output", !gradients.isEmpty());
        gradients.forEach((name, gradient) -> checkGradient(output, mix, name, gradient, tolerance));
    }

    /** Random numbers to weigh the values of a tensor with. */
    public float[] mix(Operand<TFloat32> output) {
        float[] mix = new float[(int) output.asOutput().shape().size()];
        for (int i = 0; i < mix.length; i++) {
            mix[i] = (float) random.nextGaussian();
        }
        return mix;
    }

    /** The gradients of the weighted sum of a tensor in every input and trainable weight that reaches it, by name. */
    public Map<String, float[]> gradients(Operand<TFloat32> output, float[] mix) {
        Operand<TFloat32> sum = tf.reduceSum(
                tf.math.mul(tf.reshape(output, tf.constant(new int[] {-1})), tf.constant(mix)), tf.constant(0));
        Map<String, Operand<TFloat32>> gradients = gradients(sum, output);
        Iterator<float[]> computed = run(List.copyOf(gradients.values())).iterator();
        Map<String, float[]> named = new LinkedHashMap<>();
        gradients.keySet().forEach(name -> named.put(name, computed.next()));
        return named;
    }

    private Map<String, Operand<TFloat32>> gradients(Operand<TFloat32> sum, Operand<TFloat32> output) {
        Map<String, Operand<TFloat32>> reaching = new LinkedHashMap<>();
        java.util.Set<org.tensorflow.GraphOperation> upstream = graph.subgraphTo(java.util.Set.of(output));
        placeholders.forEach((name, placeholder) -> {
            if (upstream.contains(placeholder.asOutput().op()) && isDifferentiable(name)) {
                reaching.put(name, placeholder);
            }
        });
        Output<?>[] outputs = graph.addGradients(
                sum.asOutput(),
                reaching.values().stream().map(Operand::asOutput).toArray(Output<?>[]::new));
        Map<String, Operand<TFloat32>> gradients = new LinkedHashMap<>();
        int i = 0;
        for (String name : reaching.keySet()) {
            gradients.put(name, outputs[i++].expect(TFloat32.class));
        }
        return gradients;
    }

    private boolean isDifferentiable(String name) {
        return !name.endsWith("/mean") && !name.endsWith("/variance");
    }

    private void checkGradient(Operand<TFloat32> output, float[] mix, String name, float[] analytic, double tolerance) {
        double largest = 1e-2;
        for (float value : analytic) {
            largest = Math.max(largest, Math.abs(value));
        }
        float[] array = values(name);
        for (int entry = 0; entry < Math.min(ENTRIES, array.length); entry++) {
            int i = array.length <= ENTRIES ? entry : random.nextInt(array.length);
            float before = array[i];
            array[i] = before + STEP;
            double above = weighted(run(output), mix);
            array[i] = before - STEP;
            double below = weighted(run(output), mix);
            array[i] = before;
            assertEquals("d/d " + name + "[" + i + "]", (above - below) / (2 * STEP), analytic[i], tolerance * largest);
        }
    }

    private static double weighted(float[] output, float[] mix) {
        double sum = 0;
        for (int i = 0; i < mix.length; i++) {
            sum += (double) output[i] * mix[i];
        }
        return sum;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
        graph.close();
    }
}
