package org.jointattention.comparison;

import java.util.Objects;

/** One training of a comparison: a network on a data set with a seed. */
public final class Cell {
    private final String data;
    private final String backbone;
    private final String attention;
    private final long seed;

    /**
     * @param data the name of a data set of the plan
     * @param backbone such as {@code denseunet}
     * @param attention such as {@code joint:competitive@bottleneck}
     */
    public Cell(String data, String backbone, String attention, long seed) {
        this.data = Objects.requireNonNull(data);
        this.backbone = Objects.requireNonNull(backbone);
        this.attention = Objects.requireNonNull(attention);
        this.seed = seed;
    }

    public String data() {
        return data;
    }

    public String backbone() {
        return backbone;
    }

    public String attention() {
        return attention;
    }

    public long seed() {
        return seed;
    }

    /** A name for its folder: letters, digits, full stops, hyphens and low lines. */
    public String folder() {
        return String.join("_", plain(data), plain(backbone), plain(attention), "seed" + seed);
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{Alnum}.]+", "-");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell
                && data.equals(((Cell) other).data)
                && backbone.equals(((Cell) other).backbone)
                && attention.equals(((Cell) other).attention)
                && seed == ((Cell) other).seed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(data, backbone, attention, seed);
    }

    @Override
    public String toString() {
        return data + ", " + backbone + ", " + attention + ", seed " + seed;
    }
}
