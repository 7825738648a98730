package org.jointattention.tensorflow.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointattention.engine.EngineException;
import org.jointattention.model.AttentionSpec;
import org.jointattention.tensorflow.Choices;

/** The mechanisms by name: a new one is one class and one constant here. */
public enum AttentionMechanism {
    NONE(List.of(""), variant -> new NoAttention()),
    POINTWISE(List.of(""), variant -> new PointwiseAttention()),
    SELF(List.of("", "slim"), variant -> new SelfAttention(reduction(variant))),
    JOINT(List.of("", "additive", "competitive", "slim", "competitive-slim"), AttentionMechanism::joint),
    CBAM(List.of("", "channel", "spatial"), variant -> new CbamAttention(constant(CbamAttention.Parts.class, variant))),
    SEQUENTIAL(List.of("", "slim"), variant -> new SequentialAttention(reduction(variant))),
    NONLOCAL(
            List.of("", "pooled", "dot"),
            variant -> new NonLocalAttention(constant(NonLocalAttention.Form.class, variant))),
    DUAL(List.of(""), variant -> new DualAttention()),
    GENERALIZED(
            termVariants(),
            variant -> new GeneralizedAttention(variant.isEmpty() ? GeneralizedAttention.ALL : variant)),
    AGGREGATION(
            List.of("", "same", "down", "up"),
            variant -> new AggregationAttention(constant(AggregationAttention.Query.class, variant))),
    PSA(
            List.of("", "bi", "collect", "distribute"),
            variant -> new PsaAttention(constant(PsaAttention.Direction.class, variant))),
    GATE(List.of(""), variant -> new GateAttention());

    private final List<String> variants;
    private final Function<String, SpatialAttention> factory;

    AttentionMechanism(List<String> variants, Function<String, SpatialAttention> factory) {
        this.variants = variants;
        this.factory = factory;
    }

    private static SpatialAttention joint(String variant) {
        return new JointAttention(
                variant.startsWith("competitive") ? JointAttention.Form.COMPETITIVE : JointAttention.Form.ADDITIVE,
                reduction(variant));
    }

    /** C / d. */
    private static int reduction(String variant) {
        return variant.endsWith("slim") ? SelfAttention.SLIM : SelfAttention.REDUCTION;
    }

    /** Each of four terms on or off, but not all off. */
    private static List<String> termVariants() {
        List<String> variants = new ArrayList<>(List.of(""));
        for (int terms = 1; terms < 16; terms++) {
            variants.add(Integer.toBinaryString(16 + terms).substring(1));
        }
        return variants;
    }

    /** The constant of that variant; the first for none. */
    private static <E extends Enum<E>> E constant(Class<E> type, String variant) {
        return variant.isEmpty() ? type.getEnumConstants()[0] : Enum.valueOf(type, variant.toUpperCase(Locale.ROOT));
    }

    /** The name users write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The attention a model asks for.
     *
     * @throws EngineException if its name or variant is unknown
     */
    public static SpatialAttention create(AttentionSpec spec) {
        return Choices.named(Arrays.asList(values()), AttentionMechanism::label, spec.name(), "attention")
                .create(spec.variant());
    }

    private SpatialAttention create(String variant) {
        if (!variants.contains(variant)) {
            throw new EngineException("Unknown variant '" + variant + "' of attention '" + label() + "'; there are: "
                    + variants.stream().filter(v -> !v.isEmpty()).collect(Collectors.joining(", ")) + ".");
        }
        return factory.apply(variant);
    }
}
