package org.jointattention.engine;

import java.util.List;

/**
 * A network ready to run on tiles of one fixed size.
 *
 * <p>Arrays are NHWC, row-major. Safe for use by several threads. Close it when done.
 */
public interface Predictor extends AutoCloseable {
    /** Tiles in a call. */
    int batch();

    int height();

    int width();

    int channels();

    int classes();

    /**
     * Class probabilities of normalised tiles.
     *
     * @param input batch x height x width x channels finite values
     * @param probabilities receives batch x height x width x classes values that sum to 1 a pixel
     * @throws EngineException if an array has the wrong length, or the predictor is closed
     */
    void predict(float[] input, float[] probabilities);

    /** The attention blocks that can be looked into, in the order of the network; may be empty. */
    List<AttentionBlock> attentionBlocks();

    /**
     * The diagonal D of A = D + P: how much each position keeps of itself.
     *
     * @param input one batch of tiles
     * @return batch x block height x block width values
     * @throws EngineException if the block has no D
     */
    float[] gate(AttentionBlock block, float[] input);

    /**
     * The row of P that belongs to one position: where the network looked for it.
     *
     * @param input one batch of tiles
     * @param y row of the position in the block's grid, 0 to block height - 1
     * @param x column of the position in the block's grid, 0 to block width - 1
     * @return batch x block height x block width values
     * @throws EngineException if the block has no P
     */
    float[] row(AttentionBlock block, float[] input, int y, int x);

    Device device();

    /** The precision in use: {@link Precision#FLOAT32} or {@link Precision#BFLOAT16}. */
    Precision precision();

    /** Why this precision is in use. */
    String precisionReason();

    /** Multiply-adds of one call times two. */
    long flops();

    @Override
    void close();
}
