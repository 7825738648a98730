package org.jointattention.tensorflow;

import java.util.Map;
import org.jointattention.engine.EngineException;
import org.jointattention.model.ModelSpec;
import org.jointattention.tensorflow.attention.AttentionResult;
import org.jointattention.tensorflow.backbone.AttentionPlaces;
import org.jointattention.tensorflow.backbone.Backbones;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A model's network as part of a graph: backbone, attention, and a 1x1 convolution to the classes. */
final class Network {
    private final Operand<TFloat32> logits;
    private final Map<String, AttentionResult> attention;

    private Network(Operand<TFloat32> logits, Map<String, AttentionResult> attention) {
        this.logits = logits;
        this.attention = attention;
    }

    /** @param image NHWC of known size */
    static Network build(Net net, ModelSpec spec, Operand<TFloat32> image) {
        AttentionPlaces places = new AttentionPlaces(spec.attention());
        Operand<TFloat32> features = Backbones.create(spec.backbone()).apply(net, image, places);
        Operand<TFloat32> logits =
                net.projection("head", features, 1, spec.classes().size());
        return new Network(logits, places.blocks());
    }

    /** @throws EngineException if height or width is no multiple of the stride */
    static void checkSize(ModelSpec spec, int height, int width) {
        int stride = spec.backbone().stride();
        if (height < stride || width < stride || height % stride != 0 || width % stride != 0) {
            throw new EngineException("The network cannot take " + width + "x" + height
                    + " pixels: width and height must be multiples of " + stride + ".");
        }
    }

    /** NHWC, before the softmax. */
    Operand<TFloat32> logits() {
        return logits;
    }

    /** The attention blocks by place. */
    Map<String, AttentionResult> attention() {
        return attention;
    }
}
