package org.jointattention.model;

import java.util.Objects;

/**
 * What a model file says of its model, without the weights: the file's {@code rdf.yaml}.
 *
 * <p>The document is a bioimage.io model description 0.5. Name, description, licence, inputs and outputs stand
 * where that specification wants them; what it has no place for stands under {@code config.joint_attention}:
 *
 * <pre>
 * config:
 *   joint_attention:
 *     format: 1
 *     backbone: {name: denseunet, depth: 4, layers: 4, growth: 16, base_width: 32}
 *     attention: joint@bottleneck
 *     channels: 1
 *     classes: [{name: background, color: '#000000'}, {name: nucleus, color: '#ffff00'}]
 *     normalization: {kind: percentile, low: 1.0, high: 99.8}
 *     scale: 1.0
 *     tile: {size: 256, overlap: 32}
 *     card: {data: ..., attribution: ..., training_command: ..., figures: {validation Dice: '0.95'}}
 *     weights: {source: weights.safetensors, sha256: ...}
 * </pre>
 *
 * <p>What a bioimage.io validator will complain of: safetensors is none of the specification's weight formats,
 * so {@code weights} is empty ("Missing weights entry") and the weights are an attachment. It also refuses
 * names shorter than 5 characters or with other characters than letters, digits and {@code _+- ()}, texts
 * longer than 1024 characters and licences that are no SPDX identifier, and warns that there is no test
 * tensor. Such texts are written as they are.
 */
public final class ModelDescription {
    /** Version of the keys under {@code config.joint_attention} that every version of this program reads. */
    public static final int FORMAT = 1;

    /** That of models that see several slices, which earlier versions of this program would take for one. */
    private static final int SLICES_FORMAT = 2;

    /** That of models whose bottleneck has a width of its own, which earlier versions would not know of. */
    public static final int NEWEST_FORMAT = 3;

    /** The oldest version that can say what the model is. */
    static int format(ModelSpec spec) {
        if (spec.backbone().bottleneckWidth().isPresent()) {
            return NEWEST_FORMAT;
        }
        return spec.slices() == 1 ? FORMAT : SLICES_FORMAT;
    }

    private final ModelSpec spec;
    private final ModelCard card;
    private final String weightsSha256;

    /**
     * @param weightsSha256 SHA-256 of the file {@code weights.safetensors}, 64 lower-case hexadecimal digits
     * @throws ModelException if that is no SHA-256
     */
    public ModelDescription(ModelSpec spec, ModelCard card, String weightsSha256) {
        this.spec = Objects.requireNonNull(spec);
        this.card = Objects.requireNonNull(card);
        this.weightsSha256 = Objects.requireNonNull(weightsSha256);
        if (!weightsSha256.matches("[0-9a-f]{64}")) {
            throw new ModelException("Expected a SHA-256 of 64 lower-case hexadecimal digits; found '"
                    + Checks.quoted(weightsSha256) + "'.");
        }
    }

    public ModelSpec spec() {
        return spec;
    }

    public ModelCard card() {
        return card;
    }

    /** SHA-256 of the file {@code weights.safetensors}, 64 lower-case hexadecimal digits. */
    public String weightsSha256() {
        return weightsSha256;
    }

    /** The document; the same description always gives the same text. */
    public String toYaml() {
        return RdfWriter.write(this);
    }

    /**
     * Reads what {@link #toYaml} writes. Keys that it does not know are ignored.
     *
     * @param yaml the document in UTF-8
     * @throws ModelException that names the key, what was expected there and what was found
     */
    public static ModelDescription fromYaml(byte[] yaml) {
        return RdfReader.read(yaml);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ModelDescription)) {
            return false;
        }
        ModelDescription that = (ModelDescription) other;
        return spec.equals(that.spec) && card.equals(that.card) && weightsSha256.equals(that.weightsSha256);
    }

    @Override
    public int hashCode() {
        return Objects.hash(spec, card, weightsSha256);
    }

    @Override
    public String toString() {
        return card.name() + ": " + spec.backbone() + ", " + spec.attention();
    }
}
