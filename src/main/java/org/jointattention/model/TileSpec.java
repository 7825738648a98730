package org.jointattention.model;

import java.util.Objects;

/** The tile a model is meant to be run with, in pixels of the network's input. */
public final class TileSpec {
    private final int size;
    private final int overlap;

    /**
     * @param size height and width of a tile, 8 to 4096
     * @param overlap pixels shared by neighbouring tiles, 0 to half of the size
     */
    public TileSpec(int size, int overlap) {
        this.size = Checks.inRange("tile size", size, 8, 4096);
        this.overlap = Checks.inRange("tile overlap", overlap, 0, size / 2);
    }

    public int size() {
        return size;
    }

    public int overlap() {
        return overlap;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TileSpec && size == ((TileSpec) other).size && overlap == ((TileSpec) other).overlap;
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, overlap);
    }

    @Override
    public String toString() {
        return size + " px, overlap " + overlap + " px";
    }
}
