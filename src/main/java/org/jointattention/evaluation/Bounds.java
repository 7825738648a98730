package org.jointattention.evaluation;

/** The smallest rectangle around the pixels that were included so far. */
final class Bounds {
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = -1;
    private int bottom = -1;

    void include(int x, int y) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int width() {
        return Math.max(0, right - left + 1);
    }

    int height() {
        return Math.max(0, bottom - top + 1);
    }
}
