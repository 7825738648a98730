package org.jointattention.image;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Counts the pixels and the connected components of each label, plane by plane and row by row: the objects of {@link
 * LabelObjects}, without keeping them. Needs memory for two rows, whatever the height.
 */
public final class ObjectCounter {
    private final long[] objects;
    private final long[] pixels;

    /** A component that another one was found to be a part of, of those in the last two rows; the first is its own parent. */
    private int[] parents = new int[64];

    private int[] numbers = new int[64];

    private int components;
    private Runs above = new Runs();
    private Runs current = new Runs();

    /** @param labels how many there are, the background included */
    public ObjectCounter(int labels) {
        this.objects = new long[labels];
        this.pixels = new long[labels];
    }

    /** Components by label, pixels that touch diagonally in one; 0 for the background. */
    long[] objects() {
        return objects.clone();
    }

    /** Pixels by label; 0 for the background. */
    long[] pixels() {
        return pixels.clone();
    }

    /** Counts a whole plane. @param plane whose labels are below the number given */
    void add(LabelPlane plane) {
        begin();
        for (int y = 0; y < plane.height(); y++) {
            int row = y * plane.width();
            add(plane.width(), x -> plane.get(row + x));
        }
    }

    /** Begins another plane: what comes touches nothing of what was before. */
    public void begin() {
        components = 0;
        above.count = 0;
    }

    /** The next row of the plane. @param labels one a pixel, unsigned, below the number given */
    public void add(byte[] labels) {
        add(labels.length, x -> labels[x] & 0xff);
    }

    private void add(int width, IntUnaryOperator labels) {
        current.find(width, labels);
        join();
        renumber();
        Runs spare = above;
        above = current;
        current = spare;
    }

    private void join() {
        int start = 0;
        for (int run = 0; run < current.count; run++) {
            pixels[current.label[run]] += current.end[run] - current.begin[run];
            while (start < above.count && above.end[start] < current.begin[run]) {
                start++;
            }
            current.component[run] = component(run, start);
        }
    }

    /** That of the runs above that it touches, which are one from now on; else a new one. */
    private int component(int run, int start) {
        int component = -1;
        for (int over = start; over < above.count && above.begin[over] <= current.end[run]; over++) {
            if (above.label[over] == current.label[run]) {
                int root = root(above.component[over]);
                component = component < 0 ? root : united(component, root, current.label[run]);
            }
        }
        return component < 0 ? begun(current.label[run]) : component;
    }

    private int begun(int label) {
        if (components == parents.length) {
            parents = Arrays.copyOf(parents, 2 * components);
        }
        parents[components] = components;
        objects[label]++;
        return components++;
    }

    private int united(int a, int b, int label) {
        if (a != b) {
            parents[Math.max(a, b)] = Math.min(a, b);
            objects[label]--;
        }
        return Math.min(a, b);
    }

    /** Only what reaches into the last row can still grow: the numbers of all others are free again. */
    private void renumber() {
        numbers = numbers.length < components ? new int[parents.length] : numbers;
        Arrays.fill(numbers, 0, components, -1);
        int used = 0;
        for (int run = 0; run < current.count; run++) {
            int root = root(current.component[run]);
            if (numbers[root] < 0) {
                numbers[root] = used++;
            }
            current.component[run] = numbers[root];
        }
        for (components = 0; components < used; components++) {
            parents[components] = components;
        }
    }

    private int root(int component) {
        int root = component;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Stretches of one label other than the background in a row, from left to right. */
    private static final class Runs {
        private int[] begin = new int[64];
        private int[] end = new int[64];
        private int[] label = new int[64];
        private int[] component = new int[64];
        private int count;

        void find(int width, IntUnaryOperator labels) {
            count = 0;
            for (int x = 0; x < width; ) {
                int value = labels.applyAsInt(x);
                int first = x++;
                while (x < width && labels.applyAsInt(x) == value) {
                    x++;
                }
                if (value != 0) {
                    add(first, x, value);
                }
            }
        }

        private void add(int first, int behind, int value) {
            if (count == begin.length) {
                begin = Arrays.copyOf(begin, 2 * count);
                end = Arrays.copyOf(end, 2 * count);
                label = Arrays.copyOf(label, 2 * count);
                component = Arrays.copyOf(component, 2 * count);
            }
            begin[count] = first;
            end[count] = behind;
            label[count++] = value;
        }
    }
}
