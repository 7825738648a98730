package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.DeviceReport;
import org.jointattention.engine.Engine;
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
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;

/** Asks TensorFlow what it is and what its devices can do. */
final class DeviceInspection {
    private static final String ONEDNN_SWITCH = "TF_ENABLE_ONEDNN_OPTS";

    private final Engine engine;

    DeviceInspection(Engine engine) {
        this.engine = engine;
    }

    DeviceReport report() {
        List<Devices.Listed> listed = listed();
        List<DeviceReport.Entry> entries = new ArrayList<>();
        List<String> operations = new ArrayList<>();
        for (Devices.Listed device : listed) {
            DeviceTrial trial = DeviceTrial.on(device);
            entries.add(new DeviceReport.Entry(
                    device.name(), device.type(), memory(device), trial.isRight(), trial.text()));
            operations.addAll(trial.operations());
        }
        return new DeviceReport(
                "TensorFlow " + TensorFlow.version(),
                NativeLibrary.loaded().map(NativeLibrary::toString).orElse("unknown, not unpacked by JavaCPP"),
                gpu(listed),
                oneDnn(operations, System.getenv(ONEDNN_SWITCH)),
                precision(),
                entries);
    }

    private static List<Devices.Listed> listed() {
        try (Graph graph = new Graph();
                Session session = Sessions.open(graph, 0, DeviceChoice.AUTO, false)) {
            return Devices.list(session);
        }
    }

    private static String gpu(List<Devices.Listed> listed) {
        String gpus = listed.stream()
                .filter(Devices.Listed::isGpu)
                .map(Devices.Listed::shortName)
                .collect(Collectors.joining(", "));
        return gpus.isEmpty() ? "none: " + GpuAbsence.here().reason() : gpus;
    }

    /** For CPUs TensorFlow names a constant; what counts is the memory that is free. */
    private static long memory(Devices.Listed device) {
        return device.isCpu() ? new Memory().availableBytes() : device.memoryBytes();
    }

    /** TensorFlow does not tell; but where oneDNN is on, the convolutions that ran bear its names. */
    static String oneDnn(List<String> operations, String switched) {
        String environment = ONEDNN_SWITCH + (switched == null ? " is not set" : "=" + switched);
        if (operations.isEmpty()) {
            return "unknown, no convolution ran (" + environment + ")";
        }
        boolean on = operations.stream().anyMatch(operation -> operation.startsWith("_Mkl"));
        return (on ? "on (" : "off (") + environment + ")";
    }

    /** What AUTO chooses for a small network on a tile of 256 x 256. */
    private String precision() {
        ModelSpec spec = new ModelSpec(
                new BackboneSpec("denseunet", 3, 2, 16, 16),
                AttentionSpec.parse("joint"),
                1,
                List.of(new LabelClass("background", 0), new LabelClass("object", 0xffffff)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(256, 0));
        PredictorOptions options = PredictorOptions.tile(256, 256).withPrecision(Precision.AUTO);
        try (Predictor predictor = engine.predictor(spec, engine.initialWeights(spec, 1), options)) {
            return predictor.precision().name().toLowerCase(Locale.ROOT) + " (" + predictor.precisionReason() + ")";
        } catch (EngineException e) {
            return "unknown: " + e.getMessage();
        }
    }
}
