package org.jointattention.segmentation;

import org.jointattention.engine.Device;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;

/** What all predictors that compute nothing by TensorFlow say of themselves. */
abstract class PlainPredictor implements Predictor {
    private volatile boolean closed;

    @Override
    public final Device device() {
        return new Device("CPU", "it is a fake");
    }

    @Override
    public final Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public final String precisionReason() {
        return "it is a fake";
    }

    @Override
    public final long flops() {
        return 0;
    }

    @Override
    public final void close() {
        closed = true;
    }

    public final boolean isClosed() {
        return closed;
    }
}
