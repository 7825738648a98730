package org.jointattention.tensorflow;

/** A weight that a network asks for. */
final class WeightDeclaration {
    private final String name;
    private final WeightKind kind;
    private final int[] shape;

    WeightDeclaration(String name, WeightKind kind, int... shape) {
        this.name = name;
        this.kind = kind;
        this.shape = shape.clone();
    }

    String name() {
        return name;
    }

    WeightKind kind() {
        return kind;
    }

    int[] shape() {
        return shape.clone();
    }

    int size() {
        int size = 1;
        for (int extent : shape) {
            size = Math.multiplyExact(size, extent);
        }
        return size;
    }
}
