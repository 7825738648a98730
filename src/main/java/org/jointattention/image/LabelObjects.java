package org.jointattention.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the connected components of a label plane: pixels of the same label that touch each other, diagonally too.
 * Label 0, the background, has none. Works by runs of equal pixels in a row, joined with those of the row above, so
 * that it needs memory for the runs alone.
 */
public final class LabelObjects {
    private static final int FIELDS = 3;

    private final LabelPlane plane;
    /** Row, first column, column behind the last one; three numbers a run. */
    private int[] runs = new int[FIELDS * 64];
    /** A run of the same component that comes earlier; the first one is its own parent. */
    private int[] parents = new int[64];

    private int count;

    private LabelObjects(LabelPlane plane) {
        this.plane = plane;
    }

    /** All components, in the order of their first pixels, row by row. */
    public static List<LabelObject> of(LabelPlane plane) {
        LabelObjects objects = new LabelObjects(plane);
        objects.scan();
        return objects.collect();
    }

    private void scan() {
        int above = 0;
        for (int y = 0; y < plane.height(); y++) {
            int first = count;
            findRuns(y);
            join(above, first);
            above = first;
        }
    }

    private void findRuns(int y) {
        int width = plane.width();
        for (int x = 0; x < width; ) {
            int label = plane.get(x, y);
            int begin = x++;
            while (x < width && plane.get(x, y) == label) {
                x++;
            }
            if (label != 0) {
                add(y, begin, x);
            }
        }
    }

    private void add(int y, int begin, int end) {
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * count);
            runs = Arrays.copyOf(runs, FIELDS * parents.length);
        }
        runs[FIELDS * count] = y;
        runs[FIELDS * count + 1] = begin;
        runs[FIELDS * count + 2] = end;
        parents[count] = count;
        count++;
    }

    /** Joins the runs of the last row, from {@code first} on, with those of the row above, from {@code above} on. */
    private void join(int above, int first) {
        int start = above;
        for (int run = first; run < count; run++) {
            while (start < first && end(start) < begin(run)) {
                start++;
            }
            for (int over = start; over < first && begin(over) <= end(run); over++) {
                if (label(over) == label(run)) {
                    unite(over, run);
                }
            }
        }
    }

    private int begin(int run) {
        return runs[FIELDS * run + 1];
    }

    private int end(int run) {
        return runs[FIELDS * run + 2];
    }

    private int label(int run) {
        return plane.get(begin(run), runs[FIELDS * run]);
    }

    private void unite(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int run) {
        int root = run;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private List<LabelObject> collect() {
        Map<Integer, Integer> sizes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            sizes.merge(root(i), 1, Integer::sum);
        }
        Map<Integer, int[]> members = new LinkedHashMap<>();
        sizes.forEach((root, size) -> members.put(root, new int[FIELDS * size]));
        for (int i = count - 1; i >= 0; i--) {
            int place = sizes.merge(root(i), -1, Integer::sum);
            System.arraycopy(runs, FIELDS * i, members.get(root(i)), FIELDS * place, FIELDS);
        }
        List<LabelObject> objects = new ArrayList<>(members.size());
        members.forEach((root, own) -> objects.add(new LabelObject(label(root), own)));
        return objects;
    }
}
