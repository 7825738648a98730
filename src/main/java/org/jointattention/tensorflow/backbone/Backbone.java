package org.jointattention.tensorflow.backbone;

import java.util.List;
import org.jointattention.tensorflow.Net;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** An encoder and decoder from images to features of the same height and width. */
public interface Backbone {
    /**
     * Adds the backbone to a network.
     *
     * @param image NHWC; height and width are multiples of the stride
     * @param attention where the backbone offers places for attention
     * @return NHWC features
     */
    Operand<TFloat32> apply(Net net, Operand<TFloat32> image, AttentionPlaces attention);

    /**
     * The same, with all features that are to have classes of their own, the finest last. In training the
     * loss is the mean of theirs; a result is the mean of their logits.
     */
    default List<Operand<TFloat32>> outputs(Net net, Operand<TFloat32> image, AttentionPlaces attention) {
        return List.of(apply(net, image, attention));
    }
}
