package org.jointattention.crosscheck;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Net;
import org.jointattention.tensorflow.NetHarness;
import org.jointattention.tensorflow.attention.AggregationAttention;
import org.jointattention.tensorflow.attention.AttentionMechanism;
import org.jointattention.tensorflow.attention.AttentionResult;
import org.jointattention.tensorflow.attention.SpatialAttention;
import org.jointattention.tensorflow.backbone.AttentionPlaces;
import org.jointattention.tensorflow.backbone.Backbones;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Examples of parts of networks with random weights: input x, output y, the weights, and the gradients
 * ("gradient/NAME" of each weight and input) of the sum of y times "mix". Blocks, whose weights are "a/...", show D
 * ("d", batch x N) and P ("p", batch x queries x keys), too.
 */
final class HarnessExport implements AutoCloseable {
    private static final int BATCH = 2;

    private final NetHarness harness;
    private final CrossCheckFile file = new CrossCheckFile();

    HarnessExport(NetHarness.Mode mode) {
        harness = new NetHarness(mode, 23);
        file.say("mode", mode.name().toLowerCase(Locale.ROOT));
    }

    /** The attention block of that name. */
    CrossCheckFile block(String name, int height, int width, int channels) {
        AttentionResult result = result(name, harness.input("x", BATCH, height, width, channels));
        file.say("block", name);
        putOutput(result.output());
        int[] extents = Net.extents(result.output());
        int positions = extents[1] * extents[2];
        result.diagonal().ifPresent(d -> file.put("d", harness.run(d), BATCH, positions));
        putRows(result, positions);
        return file;
    }

    /** The features of a backbone, all outputs one after the other along the channels. */
    CrossCheckFile features(BackboneSpec spec, String attention, int height, int width, int channels) {
        Operand<TFloat32> x = harness.input("x", BATCH, height, width, channels);
        AttentionSpec attentionSpec = AttentionSpec.parse(attention);
        AttentionPlaces places = new AttentionPlaces(attentionSpec);
        List<Operand<TFloat32>> outputs = Backbones.create(spec).outputs(harness.net(), x, places);
        file.sayNetwork(spec, attentionSpec);
        putOutput(harness.net().concat(outputs));
        return file;
    }

    /** Whether there is a normalisation, so that training computes something else than inference. */
    boolean normalises() {
        return harness.weights().names().stream().anyMatch(name -> name.endsWith("/variance"));
    }

    private AttentionResult result(String name, Operand<TFloat32> x) {
        int[] extents = Net.extents(x);
        // These two are in nonlocalunet only, from one level to the next.
        if (name.equals("aggregation:down")) {
            return aggregation(AggregationAttention.Query.DOWN, x, extents[1] / 2, extents[2] / 2, extents[3] * 2);
        }
        if (name.equals("aggregation:up")) {
            return aggregation(AggregationAttention.Query.UP, x, extents[1] * 2, extents[2] * 2, extents[3] / 2);
        }
        SpatialAttention attention = AttentionMechanism.create(AttentionSpec.parse(name));
        if (attention.needsQuery()) {
            Operand<TFloat32> query = harness.input("query", BATCH, extents[1] / 2, extents[2] / 2, extents[3] * 2);
            return attention.apply(harness.net(), "a", x, query);
        }
        return attention.apply(harness.net(), "a", x);
    }

    private AttentionResult aggregation(
            AggregationAttention.Query query, Operand<TFloat32> x, int height, int width, int channels) {
        Operand<TFloat32> residual = harness.input("residual", BATCH, height, width, channels);
        return new AggregationAttention(query).aggregate(harness.net(), "a", x, residual);
    }

    private void putOutput(Operand<TFloat32> output) {
        int[] extents = Net.extents(output);
        float[] mix = harness.mix(output);
        Map<String, float[]> gradients = harness.gradients(output, mix);
        file.putAll(harness.weights());
        file.put("y", harness.run(output), extents);
        file.put("mix", mix, extents);
        gradients.forEach((name, values) ->
                file.put("gradient/" + name, values, harness.weights().get(name).shape()));
    }

    private void putRows(AttentionResult result, int positions) {
        Operand<TInt32> index = harness.index();
        Optional<Operand<TFloat32>> row = result.row(index);
        if (row.isEmpty()) {
            return;
        }
        int keys = (int) row.get().asOutput().shape().size() / BATCH;
        float[] all = new float[BATCH * positions * keys];
        for (int i = 0; i < positions; i++) {
            harness.setIndex(index, i);
            float[] values = harness.run(row.get());
            for (int image = 0; image < BATCH; image++) {
                System.arraycopy(values, image * keys, all, (image * positions + i) * keys, keys);
            }
        }
        file.put("p", all, BATCH, positions, keys);
    }

    @Override
    public void close() {
        harness.close();
    }
}
