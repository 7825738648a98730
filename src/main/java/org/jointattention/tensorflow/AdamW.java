package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adam (Kingma, Ba, ICLR 2015) with decoupled weight decay (Loshchilov, Hutter, AdamW, ICLR 2019).
 *
 * <p>All updates come after all gradients, by control dependencies: reference variables are read and
 * written in place, and an unordered update is a data race.
 */
final class AdamW {
    static final float BETA1 = 0.9f;
    static final float BETA2 = 0.999f;
    private static final float ADAM_EPSILON = 1e-8f;

    private final VariableSource moments;
    private final double weightDecay;

    AdamW(VariableSource moments, double weightDecay) {
        this.moments = moments;
        this.weightDecay = weightDecay;
    }

    /**
     * @param ordered makes operations that run after all gradients
     * @param gradients one a trainable weight, in the same order
     */
    List<Op> updates(Ops ordered, VariableSource weights, List<Operand<TFloat32>> gradients, StepInputs inputs) {
        List<WeightDeclaration> trainable = weights.trainable();
        List<Op> updates = new ArrayList<>();
        for (int i = 0; i < trainable.size(); i++) {
            WeightDeclaration weight = trainable.get(i);
            Op decayed = decay(ordered, weights, weight, inputs.learningRate());
            updates.add(ordered.withControlDependencies(decayed)
                    .train
                    .applyAdam(
                            weights.reference(weight.name()),
                            moment(weight, "m/"),
                            moment(weight, "v/"),
                            inputs.power1(),
                            inputs.power2(),
                            inputs.learningRate(),
                            ordered.constant(BETA1),
                            ordered.constant(BETA2),
                            ordered.constant(ADAM_EPSILON),
                            gradients.get(i)));
        }
        return updates;
    }

    private Op decay(Ops ordered, VariableSource weights, WeightDeclaration weight, Operand<TFloat32> learningRate) {
        if (!weight.kind().decayed() || weightDecay == 0) {
            return ordered.noOp();
        }
        Operand<TFloat32> amount = ordered.math.mul(
                weights.read(weight.name()), ordered.math.mul(learningRate, ordered.constant((float) weightDecay)));
        return ordered.assignSub(weights.reference(weight.name()), amount);
    }

    private Operand<TFloat32> moment(WeightDeclaration weight, String prefix) {
        WeightDeclaration declaration = new WeightDeclaration(prefix + weight.name(), WeightKind.BIAS, weight.shape());
        moments.get(declaration);
        return moments.reference(declaration.name());
    }
}
