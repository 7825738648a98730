package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointattention.engine.DeviceChoice;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.RunMetadata;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;

/**
 * One 3x3 convolution of an 8x8 image of ones, and the gradient of its sum, on one device. Both values are known by
 * hand. The image and the kernel are fed, since constants would be computed on the CPU while the graph is optimised.
 */
final class DeviceTrial {
    private static final int SIZE = 8;
    private static final List<Long> STRIDES = List.of(1L, 1L, 1L, 1L);
    /** 36 pixels have 9 neighbours within the image, 24 have 6, 4 have 4. */
    private static final float SUM = 36 * 9 + 24 * 6 + 4 * 4;
    /** A pixel in the middle takes part in 9 sums. */
    private static final float GRADIENT = 9;

    private static final int MIDDLE = SIZE * SIZE / 2 + SIZE / 2;

    private final boolean right;
    private final String text;
    private final List<String> operations;

    private DeviceTrial(boolean right, String text, List<String> operations) {
        this.right = right;
        this.text = text;
        this.operations = operations;
    }

    static DeviceTrial on(Devices.Listed device) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph).withDevice(pinned(device));
            Operand<TFloat32> image = input(tf, 1, SIZE, SIZE, 1);
            Operand<TFloat32> kernel = input(tf, 3, 3, 1, 1);
            Operand<TFloat32> convolution = tf.nn.conv2d(image, kernel, STRIDES, "SAME");
            Operand<TFloat32> sum = tf.reduceSum(convolution, tf.constant(new int[] {0, 1, 2, 3}));
            // Not by addGradients, which pins nothing: a CPU's gradient would be computed on the GPU beside it.
            Operand<TFloat32> gradient = tf.nn.conv2dBackpropInput(
                    tf.constant(new int[] {1, SIZE, SIZE, 1}), kernel, tf.onesLike(convolution), STRIDES, "SAME");
            try (Session session = Sessions.open(graph, 0, DeviceChoice.AUTO, false);
                    TFloat32 pixels = ones(1, SIZE, SIZE, 1);
                    TFloat32 weights = ones(3, 3, 1, 1)) {
                Session.Runner runner = session.runner()
                        .feed(image, pixels)
                        .feed(kernel, weights)
                        .fetch(sum)
                        .fetch(gradient);
                return run(device, runner);
            }
        } catch (RuntimeException e) {
            return new DeviceTrial(false, "failed: " + e.getMessage(), List.of());
        }
    }

    private static DeviceTrial run(Devices.Listed device, Session.Runner runner) {
        runner.setOptions(RunOptions.newBuilder().setOutputPartitionGraphs(true).build());
        long start = System.nanoTime();
        try (Result result = runner.runAndFetchMetadata()) {
            float[] sum = new float[1];
            float[] gradient = new float[SIZE * SIZE];
            Tensors.read(result.get(0), sum);
            Tensors.read(result.get(1), gradient);
            double milliseconds = (System.nanoTime() - start) * 1e-6;
            List<NodeDef> nodes =
                    result.getMetadata().map(DeviceTrial::convolutions).orElse(List.of());
            List<String> operations = nodes.stream().map(NodeDef::getOp).collect(Collectors.toList());
            Optional<String> fault = fault(device, sum[0], gradient[MIDDLE], nodes);
            String right = String.format(Locale.ROOT, "convolution and gradient right, %.1f ms", milliseconds);
            return new DeviceTrial(fault.isEmpty(), fault.orElse(right), operations);
        }
    }

    /** What was really run: after optimisation and placement, which may have moved it to the CPU. */
    private static List<NodeDef> convolutions(RunMetadata metadata) {
        List<NodeDef> nodes = new ArrayList<>();
        metadata.getPartitionGraphsList()
                .forEach(graph -> graph.getNodeList().stream()
                        .filter(node -> node.getOp().contains("Conv2D"))
                        .forEach(nodes::add));
        return nodes;
    }

    /** What is wrong with a trial; empty if nothing is. */
    static Optional<String> fault(Devices.Listed device, float sum, float gradient, List<NodeDef> nodes) {
        if (sum != SUM) {
            return Optional.of("WRONG: the convolution sums to " + sum + " instead of " + SUM);
        }
        if (gradient != GRADIENT) {
            return Optional.of("WRONG: the gradient is " + gradient + " instead of " + GRADIENT);
        }
        if (nodes.isEmpty()) {
            return Optional.of("failed: the convolution was not seen to run");
        }
        return nodes.stream()
                .filter(node -> !node.getDevice().equals(device.name()))
                .map(node -> "failed: " + node.getOp() + " was moved to " + node.getDevice())
                .findFirst();
    }

    /** Whether it ran on the device, with the right values. */
    boolean isRight() {
        return right;
    }

    /** Outcome, for people. */
    String text() {
        return text;
    }

    /** TensorFlow's names of the convolutions that ran, such as {@code _MklNativeConv2D}. */
    List<String> operations() {
        return operations;
    }

    private static DeviceSpec pinned(Devices.Listed device) {
        return DeviceSpec.newBuilder()
                .deviceType(device.isGpu() ? DeviceSpec.DeviceType.GPU : DeviceSpec.DeviceType.CPU)
                .deviceIndex(Integer.parseInt(device.name().replaceFirst(".*:", "")))
                .build();
    }

    private static Operand<TFloat32> input(Ops tf, long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    private static TFloat32 ones(int... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Arrays.fill(values, 1);
        return Tensors.floats(shape, values);
    }
}
