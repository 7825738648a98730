package org.jointattention.engine;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A predictor whose threads take turns, in the order they come: one call has all processors and the memory of one call, while
 * the other threads read, prepare and write.
 */
public final class SerialPredictor implements Predictor {
    private final Predictor predictor;
    private final Lock turn = new ReentrantLock(true);

    /** @param predictor what computes; closed by {@link #close} */
    public SerialPredictor(Predictor predictor) {
        this.predictor = Objects.requireNonNull(predictor);
    }

    @Override
    public void predict(float[] input, float[] probabilities) {
        inTurn(() -> {
            predictor.predict(input, probabilities);
            return null;
        });
    }

    @Override
    public float[] gate(AttentionBlock block, float[] input) {
        return inTurn(() -> predictor.gate(block, input));
    }

    @Override
    public float[] row(AttentionBlock block, float[] input, int y, int x) {
        return inTurn(() -> predictor.row(block, input, y, x));
    }

    private <T> T inTurn(Supplier<T> call) {
        turn.lock();
        try {
            return call.get();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public int batch() {
        return predictor.batch();
    }

    @Override
    public int height() {
        return predictor.height();
    }

    @Override
    public int width() {
        return predictor.width();
    }

    @Override
    public int channels() {
        return predictor.channels();
    }

    @Override
    public int classes() {
        return predictor.classes();
    }

    @Override
    public List<AttentionBlock> attentionBlocks() {
        return predictor.attentionBlocks();
    }

    @Override
    public Device device() {
        return predictor.device();
    }

    @Override
    public Precision precision() {
        return predictor.precision();
    }

    @Override
    public String precisionReason() {
        return predictor.precisionReason();
    }

    @Override
    public long flops() {
        return predictor.flops();
    }

    @Override
    public void close() {
        predictor.close();
    }
}
