package org.jointattention.comparison;

import java.util.Objects;

/** What is compared: a network on a data set, over all seeds. */
final class Network {
    private static final String PLACE = "@bottleneck";
    private static final String BACKBONE = "denseunet";

    private final String data;
    private final String backbone;
    private final String attention;

    Network(String data, String backbone, String attention) {
        this.data = data;
        this.backbone = backbone;
        this.attention = attention;
    }

    static Network of(Cell cell) {
        return new Network(cell.data(), cell.backbone(), cell.attention());
    }

    String data() {
        return data;
    }

    String backbone() {
        return backbone;
    }

    String attention() {
        return attention;
    }

    /** The same network on another data set. */
    Network on(String otherData) {
        return new Network(otherData, backbone, attention);
    }

    /** For people: what is usual, the backbone and the place of attention, is not said. */
    String title() {
        return backbone.equals(BACKBONE) ? label(attention) : backbone + " " + label(attention);
    }

    /** An attention without its place where that is the usual one. */
    static String label(String attention) {
        return attention.endsWith(PLACE) ? attention.substring(0, attention.length() - PLACE.length()) : attention;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network
                && data.equals(((Network) other).data)
                && backbone.equals(((Network) other).backbone)
                && attention.equals(((Network) other).attention);
    }

    @Override
    public int hashCode() {
        return Objects.hash(data, backbone, attention);
    }
}
