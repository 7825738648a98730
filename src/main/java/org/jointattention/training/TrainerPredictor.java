package org.jointattention.training;

import java.util.List;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.Device;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.Trainer;
import org.jointattention.model.ModelSpec;

/** Lets a network in training segment images, tile by tile. Does not close its trainer. */
final class TrainerPredictor implements Predictor {
    private final Trainer trainer;
    private final ModelSpec spec;
    private final int patch;

    TrainerPredictor(Trainer trainer, ModelSpec spec, int patch) {
        this.trainer = trainer;
        this.spec = spec;
        this.patch = patch;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public int height() {
        return patch;
    }

    @Override
    public int width() {
        return patch;
    }

    @Override
    public int channels() {
        return spec.channels();
    }

    @Override
    public int classes() {
        return spec.classes().size();
    }

    @Override
    public void predict(float[] input, float[] probabilities) {
        trainer.predict(input, probabilities);
    }

    @Override
    public List<AttentionBlock> attentionBlocks() {
        return List.of();
    }

    @Override
    public float[] gate(AttentionBlock block, float[] input) {
        throw new EngineException("Attention can be looked at in a finished model only.");
    }

    @Override
    public float[] row(AttentionBlock block, float[] input, int y, int x) {
        throw new EngineException("Attention can be looked at in a finished model only.");
    }

    @Override
    public Device device() {
        return trainer.device();
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public String precisionReason() {
        return "training computes in float32";
    }

    @Override
    public long flops() {
        return 0;
    }

    @Override
    public void close() {
        // The trainer goes on.
    }
}
