package org.jointattention.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.EngineException;

/** A predictor of two classes that computes the foreground's probability by a plain function. */
public final class FakePredictor extends PlainPredictor {
    /** Probability of class 1 at each pixel of one tile. */
    public interface Network {
        /** @param tile height x width x channels values */
        float foreground(float[] tile, int y, int x, FakePredictor predictor);
    }

    private final int batch;
    private final int height;
    private final int width;
    private final int channels;
    private final Network network;
    private final List<Integer> inputLengths = Collections.synchronizedList(new ArrayList<>());

    public FakePredictor(int batch, int height, int width, int channels, Network network) {
        this.batch = batch;
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.network = network;
    }

    /** The clipped mean of a pixel's channels. */
    public static Network perPixel() {
        return (tile, y, x, p) -> clip(mean(tile, y, x, p));
    }

    /** The mean of the pixels at most a radius away, as far as the tile goes, after a 2x2 pooling. */
    public static Network local(int radius) {
        return (tile, y, x, p) -> {
            float sum = 0;
            int count = 0;
            for (int v = Math.max(0, y - radius); v <= Math.min(p.height - 1, y + radius); v++) {
                for (int u = Math.max(0, x - radius); u <= Math.min(p.width - 1, x + radius); u++) {
                    sum += mean(tile, v, u, p);
                    count++;
                }
            }
            return clip(0.5f * sum / count + 0.5f * mean(tile, y / 2 * 2, x / 2 * 2, p));
        };
    }

    /** The pixel, weighted with its direction-dependent neighbours: no symmetry at all. */
    public static Network oriented() {
        return (tile, y, x, p) -> {
            float right = mean(tile, y, Math.min(x + 1, p.width - 1), p);
            float below = mean(tile, Math.min(y + 1, p.height - 1), x, p);
            return clip(0.5f * mean(tile, y, x, p) + 0.35f * right + 0.15f * below);
        };
    }

    /** Depends on the whole tile. */
    public static Network wholeTile() {
        return (tile, y, x, p) -> {
            float max = 0;
            for (float value : tile) {
                max = Math.max(max, value);
            }
            return clip(mean(tile, y, x, p) / (max + 1e-3f));
        };
    }

    private static float mean(float[] tile, int y, int x, FakePredictor p) {
        float sum = 0;
        for (int c = 0; c < p.channels; c++) {
            sum += tile[(y * p.width + x) * p.channels + c] * (c + 1);
        }
        return sum / (p.channels * (p.channels + 1) / 2);
    }

    private static float clip(float value) {
        return Math.min(1, Math.max(0, value));
    }

    @Override
    public void predict(float[] input, float[] probabilities) {
        inputLengths.add(input.length);
        int tileLength = height * width * channels;
        check(input, batch * tileLength);
        check(probabilities, batch * height * width * 2);
        for (int b = 0; b < batch; b++) {
            float[] tile = Arrays.copyOfRange(input, b * tileLength, (b + 1) * tileLength);
            for (int i = 0; i < height * width; i++) {
                float value = network.foreground(tile, i / width, i % width, this);
                probabilities[(b * height * width + i) * 2] = 1 - value;
                probabilities[(b * height * width + i) * 2 + 1] = value;
            }
        }
    }

    private void check(float[] array, int length) {
        if (isClosed() || array.length != length) {
            throw new EngineException("Wrong length " + array.length + ", or closed.");
        }
        for (float value : array) {
            if (!Float.isFinite(value)) {
                throw new EngineException("Not finite.");
            }
        }
    }

    /** Length of the input of each call so far. */
    public List<Integer> inputLengths() {
        return inputLengths;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public List<AttentionBlock> attentionBlocks() {
        return List.of();
    }

    @Override
    public float[] gate(AttentionBlock block, float[] input) {
        throw new EngineException("No attention.");
    }

    @Override
    public float[] row(AttentionBlock block, float[] input, int y, int x) {
        throw new EngineException("No attention.");
    }
}
