package org.jointattention.training;

/** Indices beyond an edge, mirrored back at the edge pixel, which is not repeated. */
final class Mirror {
    private Mirror() {}

    static int index(int i, int length) {
        if (i >= 0 && i < length) {
            return i;
        }
        if (length == 1) {
            return 0;
        }
        int period = 2 * (length - 1);
        int folded = Math.floorMod(i, period);
        return folded < length ? folded : period - folded;
    }
}
