package org.jointattention.engine;

import java.util.Objects;

/** One attention block of a network, and the grid it works on. */
public final class AttentionBlock {
    private final String name;
    private final int height;
    private final int width;
    private final boolean hasGate;
    private final boolean hasRows;

    /**
     * @param name such as {@code bottleneck/attention}
     * @param height rows of positions for one tile
     * @param width columns of positions for one tile
     * @param hasGate whether it has a point-wise part D
     * @param hasRows whether it has a dense part P
     */
    public AttentionBlock(String name, int height, int width, boolean hasGate, boolean hasRows) {
        this.name = Objects.requireNonNull(name);
        this.height = height;
        this.width = width;
        this.hasGate = hasGate;
        this.hasRows = hasRows;
    }

    public String name() {
        return name;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    public boolean hasGate() {
        return hasGate;
    }

    public boolean hasRows() {
        return hasRows;
    }

    @Override
    public String toString() {
        return name + " (" + width + "x" + height + ")";
    }
}
