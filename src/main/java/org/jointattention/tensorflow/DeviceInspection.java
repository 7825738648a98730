package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.DeviceReport;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.jointattention.model.Weights;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Asks TensorFlow what it is and what its devices can do. */
final class DeviceInspection {
    private static final float EXPECTED_GRADIENT = 9f;

    DeviceReport report() {
        List<Devices.Listed> listed;
        try (Graph graph = new Graph();
                Session session = Sessions.open(graph, 0, DeviceChoice.AUTO, false)) {
            listed = Devices.list(session);
        }
        List<DeviceReport.Entry> entries = new ArrayList<>();
        String gpu = "none: " + GpuAbsence.reason();
        for (Devices.Listed device : listed) {
            entries.add(new DeviceReport.Entry(device.name, device.type, device.memoryBytes, trial(device)));
            if (device.type.equals("GPU")) {
                gpu = device.name;
            }
        }
        String switched = System.getenv("TF_ENABLE_ONEDNN_OPTS");
        return new DeviceReport(
                "TensorFlow " + TensorFlow.version(),
                GpuAbsence.hasGpuNatives() ? "GPU build" : "CPU build",
                gpu,
                "0".equals(switched) ? "off (TF_ENABLE_ONEDNN_OPTS=0)" : "on",
                precision(),
                entries);
    }

    /** What AUTO chooses for a small network on a tile of 256 x 256. */
    private static String precision() {
        ModelSpec spec = new ModelSpec(
                new BackboneSpec("denseunet", 3, 2, 16, 16),
                AttentionSpec.parse("joint"),
                1,
                List.of(new LabelClass("background", 0), new LabelClass("object", 0xffffff)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(256, 0));
        Weights weights = new WeightInitializer(1).draw(Declarations.of(spec));
        PredictorOptions options = PredictorOptions.tile(256, 256).withPrecision(Precision.AUTO);
        try (Predictor predictor = new TensorFlowPredictor(spec, weights, options)) {
            return predictor.precision().name().toLowerCase(Locale.ROOT) + " (" + predictor.precisionReason() + ")";
        }
    }

    /** One 3x3 convolution of ones, and the gradient of its sum, both known by hand. */
    private static String trial(Devices.Listed device) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph)
                    .withDevice(DeviceSpec.newBuilder()
                            .deviceType(
                                    device.type.equals("GPU") ? DeviceSpec.DeviceType.GPU : DeviceSpec.DeviceType.CPU)
                            .deviceIndex(Integer.parseInt(device.name.replaceFirst(".*:", "")))
                            .build());
            Operand<TFloat32> image = ones(tf, 1, 8, 8, 1);
            Operand<TFloat32> kernel = ones(tf, 3, 3, 1, 1);
            Operand<TFloat32> sum = tf.reduceSum(
                    tf.nn.conv2d(image, kernel, List.of(1L, 1L, 1L, 1L), "SAME"), tf.constant(new int[] {0, 1, 2, 3}));
            Output<?>[] gradient = graph.addGradients(sum.asOutput(), new Output<?>[] {image.asOutput()});
            return run(graph, gradient[0]);
        } catch (TensorFlowException | IllegalArgumentException | EngineException e) {
            return "failed: " + e.getMessage();
        }
    }

    private static String run(Graph graph, Output<?> gradient) {
        try (Session session = Sessions.open(graph, 0, DeviceChoice.AUTO, false)) {
            long start = System.nanoTime();
            try (Result result = session.runner().fetch(gradient).run()) {
                float[] values = new float[64];
                Tensors.read(result.get(0), values);
                double milliseconds = (System.nanoTime() - start) * 1e-6;
                if (values[9] != EXPECTED_GRADIENT) {
                    return "WRONG: the gradient is " + values[9] + " instead of " + EXPECTED_GRADIENT;
                }
                return String.format(Locale.ROOT, "convolution and gradient right, %.1f ms", milliseconds);
            }
        }
    }

    private static Operand<TFloat32> ones(Ops tf, int... shape) {
        return tf.fill(tf.constant(shape), tf.constant(1f));
    }
}
