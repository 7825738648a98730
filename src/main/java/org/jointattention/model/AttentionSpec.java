package org.jointattention.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which attention a network uses, in which variant, and where.
 *
 * <p>Written as text {@code name[:variant][@place,place...]}: {@code joint}, {@code joint:competitive},
 * {@code pointwise@bottleneck,skip1}. A place is {@code bottleneck} or {@code skipL}, the skip
 * connection of level L (0 is full resolution).
 */
public final class AttentionSpec {
    public static final String BOTTLENECK = "bottleneck";
    private static final String SKIP = "skip";

    private final String name;
    private final String variant;
    private final List<String> places;

    /**
     * @param name the mechanism, such as {@code joint}
     * @param variant the mechanism's variant, empty for its default
     * @param places where it is applied, in any order
     * @throws ModelException if the name is missing or a place is unknown
     */
    public AttentionSpec(String name, String variant, List<String> places) {
        this.name = Checks.notBlank("attention name", name).trim();
        this.variant = variant == null ? "" : variant.trim();
        this.places = places.stream().map(String::trim).distinct().sorted().collect(Collectors.toUnmodifiableList());
        this.places.forEach(AttentionSpec::checkPlace);
    }

    /** Reads {@code name[:variant][@place,place...]}; without places, the bottleneck. */
    public static AttentionSpec parse(String text) {
        String[] parts = Checks.notBlank("attention", text)
                .trim()
                .toLowerCase(Locale.ROOT)
                .split("@", 2);
        String[] kind = parts[0].split(":", 2);
        List<String> places = parts.length < 2 ? List.of(BOTTLENECK) : Arrays.asList(parts[1].split(","));
        return new AttentionSpec(kind[0], kind.length < 2 ? "" : kind[1], places);
    }

    private static void checkPlace(String place) {
        if (!place.equals(BOTTLENECK) && !place.matches(SKIP + "[0-5]")) {
            throw new ModelException("Unknown attention place '" + place + "'; use bottleneck or skip0, skip1, ...");
        }
    }

    public String name() {
        return name;
    }

    public String variant() {
        return variant;
    }

    /** Sorted, each once. */
    public List<String> places() {
        return places;
    }

    /** Whether the skip connection of the given level (0 is full resolution) is attended. */
    public boolean atSkip(int level) {
        return places.contains(SKIP + level);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttentionSpec
                && name.equals(((AttentionSpec) other).name)
                && variant.equals(((AttentionSpec) other).variant)
                && places.equals(((AttentionSpec) other).places);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, variant, places);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return name + (variant.isEmpty() ? "" : ":" + variant) + "@" + String.join(",", places);
    }
}
