package org.jointattention.tensorflow.backbone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jointattention.engine.EngineException;
import org.jointattention.model.AttentionSpec;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.attention.AttentionMechanism;
import org.jointattention.tensorflow.attention.AttentionResult;
import org.jointattention.tensorflow.attention.SpatialAttention;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Puts the chosen attention at the chosen places of a backbone, and remembers the blocks. */
public final class AttentionPlaces {
    private final AttentionSpec spec;
    private final SpatialAttention attention;
    private final Map<String, AttentionResult> blocks = new LinkedHashMap<>();
    private final Map<String, AttentionResult> own = new LinkedHashMap<>();
    private final List<String> offered = new ArrayList<>();

    /** @throws EngineException if the attention is unknown */
    public AttentionPlaces(AttentionSpec spec) {
        this.spec = spec;
        this.attention = AttentionMechanism.create(spec);
    }

    /** Whether skips are attended by a query of the decoder, so that they have to wait for it. */
    public boolean needsQuery() {
        return attention.needsQuery();
    }

    /** The features, attended where a place of that name was chosen. */
    public Operand<TFloat32> attend(Net net, String place, Operand<TFloat32> x) {
        return attend(place, x, name -> attention.apply(net, name, x));
    }

    /**
     * A skip connection, attended where a place of that name was chosen.
     *
     * @param query features of the decoder that the skip is to be joined with, before they are enlarged
     */
    public Operand<TFloat32> attend(Net net, String place, Operand<TFloat32> x, Operand<TFloat32> query) {
        return attend(place, x, name -> attention.apply(net, name, x, query));
    }

    private Operand<TFloat32> attend(String place, Operand<TFloat32> x, Function<String, AttentionResult> block) {
        offered.add(place);
        if (!spec.places().contains(place)) {
            return x;
        }
        AttentionResult result = block.apply(place + "/attention");
        blocks.put(place, result);
        return result.output();
    }

    /** Remembers a block that the backbone has whatever attention is chosen, so that one can look into it. */
    void remember(String name, AttentionResult block) {
        own.put(name, block);
    }

    /**
     * The blocks by place, in the order of the network, and after them the backbone's own.
     *
     * @throws EngineException if a chosen place was never offered by the backbone
     */
    public Map<String, AttentionResult> blocks() {
        for (String place : spec.places()) {
            if (!offered.contains(place)) {
                throw new EngineException(
                        "This network has no place '" + place + "' for attention; it has " + offered + ".");
            }
        }
        Map<String, AttentionResult> all = new LinkedHashMap<>(blocks);
        all.putAll(own);
        return Collections.unmodifiableMap(all);
    }
}
