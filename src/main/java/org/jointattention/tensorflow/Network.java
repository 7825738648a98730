package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointattention.engine.EngineException;
import org.jointattention.model.ModelSpec;
import org.jointattention.tensorflow.attention.AttentionResult;
import org.jointattention.tensorflow.backbone.AttentionPlaces;
import org.jointattention.tensorflow.backbone.Backbones;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A model's network as part of a graph: backbone, attention, and 1x1 convolutions to the classes. */
final class Network {
    private final Operand<TFloat32> logits;
    private final List<Operand<TFloat32>> supervised;
    private final Map<String, AttentionResult> attention;

    private Network(
            Operand<TFloat32> logits, List<Operand<TFloat32>> supervised, Map<String, AttentionResult> attention) {
        this.logits = logits;
        this.supervised = supervised;
        this.attention = attention;
    }

    /** @param image NHWC of known size */
    static Network build(Net net, ModelSpec spec, Operand<TFloat32> image) {
        AttentionPlaces places = new AttentionPlaces(spec.attention());
        List<Operand<TFloat32>> features = Backbones.create(spec.backbone()).outputs(net, image, places);
        List<Operand<TFloat32>> heads = new ArrayList<>();
        for (Operand<TFloat32> feature : features) {
            int coarser = features.size() - 1 - heads.size();
            String name = coarser == 0 ? "head" : "head" + coarser;
            heads.add(net.projection(name, feature, 1, spec.classes().size()));
        }
        return new Network(mean(net.tf(), heads), heads, places.blocks());
    }

    /** The mean of tensors of the same shape. */
    static Operand<TFloat32> mean(Ops tf, List<Operand<TFloat32>> parts) {
        return parts.size() == 1 ? parts.get(0) : tf.math.div(tf.math.addN(parts), tf.constant((float) parts.size()));
    }

    /** @throws EngineException if height or width is no multiple of the stride */
    static void checkSize(ModelSpec spec, int height, int width) {
        int stride = spec.backbone().stride();
        if (height < stride || width < stride || height % stride != 0 || width % stride != 0) {
            throw new EngineException("The network cannot take " + width + "x" + height
                    + " pixels: width and height must be multiples of " + stride + ".");
        }
    }

    /** The logits that each have a loss of their own; a single one but for deep supervision. */
    List<Operand<TFloat32>> supervised() {
        return supervised;
    }

    /** NHWC, before the softmax: the mean of those that are supervised. */
    Operand<TFloat32> logits() {
        return logits;
    }

    /** The attention blocks by place. */
    Map<String, AttentionResult> attention() {
        return attention;
    }
}
