package org.jointattention.segmentation;

import java.util.List;
import org.jointattention.engine.AttentionBlock;

/**
 * A predictor of one-channel tiles whose attention is plain: the gate is the mean of a position's pixels; a row of P
 * has 0.3 at the position itself, and 0.1 at the brightest position.
 */
public final class AttentivePredictor extends PlainPredictor {
    public static final float OWN = 0.3f;
    public static final float BRIGHTEST = 0.1f;

    private final int size;
    private final int cell;
    private final List<AttentionBlock> blocks;

    /** @param cell pixels of a position of the blocks {@code first} (gate alone) and {@code second} (both) */
    public AttentivePredictor(int size, int cell) {
        this.size = size;
        this.cell = cell;
        int grid = size / cell;
        this.blocks = List.of(
                new AttentionBlock("first", grid, grid, true, false),
                new AttentionBlock("second", grid, grid, true, true));
    }

    @Override
    public List<AttentionBlock> attentionBlocks() {
        return blocks;
    }

    @Override
    public float[] gate(AttentionBlock block, float[] input) {
        int grid = size / cell;
        float[] gate = new float[grid * grid];
        for (int i = 0; i < input.length; i++) {
            gate[i / size / cell * grid + i % size / cell] += input[i] / (cell * cell);
        }
        return gate;
    }

    @Override
    public float[] row(AttentionBlock block, float[] input, int y, int x) {
        float[] gate = gate(block, input);
        int brightest = 0;
        for (int i = 0; i < gate.length; i++) {
            brightest = gate[i] > gate[brightest] ? i : brightest;
        }
        float[] row = new float[gate.length];
        row[y * block.width() + x] += OWN;
        row[brightest] += BRIGHTEST;
        return row;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public int height() {
        return size;
    }

    @Override
    public int width() {
        return size;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public void predict(float[] input, float[] probabilities) {
        throw new UnsupportedOperationException();
    }
}
