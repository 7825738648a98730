package org.jointattention.training;

import java.util.ArrayList;
import java.util.List;

/** 8-connected components of a mask. */
final class Components {
    private final boolean[] mask;
    private final int width;
    private final int height;
    private final boolean[] seen;
    private final int[] queue;
    private final List<Component> found = new ArrayList<>();

    private Components(boolean[] mask, int width, int height) {
        this.mask = mask;
        this.width = width;
        this.height = height;
        this.seen = new boolean[mask.length];
        this.queue = new int[mask.length];
    }

    /** One connected component. */
    static final class Component {
        final int area;

        Component(int area) {
            this.area = area;
        }

        double equivalentDiameter() {
            return 2 * Math.sqrt(area / Math.PI);
        }
    }

    static List<Component> of(boolean[] mask, int width, int height) {
        Components components = new Components(mask, width, height);
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] && !components.seen[i]) {
                components.found.add(components.grow(i));
            }
        }
        return components.found;
    }

    private Component grow(int seed) {
        int end = push(seed, 0);
        for (int next = 0; next < end; next++) {
            int index = queue[next];
            end = pushNeighbours(index % width, index / width, end);
        }
        return new Component(end);
    }

    private int pushNeighbours(int cx, int cy, int end) {
        int count = end;
        for (int y = Math.max(0, cy - 1); y <= Math.min(height - 1, cy + 1); y++) {
            for (int x = Math.max(0, cx - 1); x <= Math.min(width - 1, cx + 1); x++) {
                int index = y * width + x;
                if (mask[index] && !seen[index]) {
                    count = push(index, count);
                }
            }
        }
        return count;
    }

    private int push(int index, int end) {
        seen[index] = true;
        queue[end] = index;
        return end + 1;
    }
}
