package org.jointattention.tensorflow.backbone;

import java.util.List;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.NetHarness;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Backbones under test. */
final class BackboneHarness {
    private BackboneHarness() {}

    static List<Operand<TFloat32>> outputs(
            NetHarness harness, BackboneSpec spec, Operand<TFloat32> image, String attention) {
        AttentionPlaces places = new AttentionPlaces(AttentionSpec.parse(attention));
        List<Operand<TFloat32>> outputs = Backbones.create(spec).outputs(harness.net(), image, places);
        places.blocks();
        return outputs;
    }

    static Operand<TFloat32> apply(NetHarness harness, BackboneSpec spec, Operand<TFloat32> image, String attention) {
        AttentionPlaces places = new AttentionPlaces(AttentionSpec.parse(attention));
        Operand<TFloat32> features = Backbones.create(spec).apply(harness.net(), image, places);
        places.blocks();
        return features;
    }

    /** Values of all weights whose name ends so. */
    static long size(NetHarness harness, String suffix) {
        return harness.weights().asMap().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(suffix))
                .mapToLong(entry -> entry.getValue().values().length)
                .sum();
    }

    /** Values of the kernels of a backbone without attention on images of that many channels. */
    static long kernels(BackboneSpec spec, int channels) {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 3)) {
            int size = spec.stride() * 2;
            apply(harness, spec, harness.input("x", 1, size, size, channels), "none");
            return size(harness, "/kernel");
        }
    }
}
