package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Normalises by the statistics of the batch, and follows them with moving averages. */
final class TrainingNet extends Net {
    /** How much of a moving statistic a step keeps; short, since trainings here are hundreds of steps. */
    static final float MOMENTUM = 0.95f;

    private final WeightSource source;
    private final List<Statistic> statistics = new ArrayList<>();

    /** A moving statistic and the batch's value of it. */
    private static final class Statistic {
        private final String name;
        private final Operand<TFloat32> batchValue;

        Statistic(String name, Operand<TFloat32> batchValue) {
            this.name = name;
            this.batchValue = batchValue;
        }
    }

    TrainingNet(Ops tf, WeightSource source) {
        super(tf, source);
        this.source = source;
    }

    @Override
    Operand<TFloat32> normalized(
            String name, WeightDeclaration kernel, int outputAxis, WeightKind gammaKind, LinearLayer layer) {
        int channels = kernel.shape()[outputAxis];
        Operand<TFloat32> linear = layer.apply(source.get(kernel));
        Operand<TFloat32> gamma = weight(name + "/gamma", gammaKind, channels);
        Operand<TFloat32> beta = weight(name + "/beta", WeightKind.BIAS, channels);
        weight(name + "/mean", WeightKind.MEAN, channels);
        weight(name + "/variance", WeightKind.VARIANCE, channels);
        Operand<TFloat32> none = tf().constant(new float[0]);
        FusedBatchNorm<TFloat32, TFloat32> norm = tf().nn
                .fusedBatchNorm(
                        linear,
                        gamma,
                        beta,
                        none,
                        none,
                        FusedBatchNorm.epsilon(EPSILON),
                        FusedBatchNorm.isTraining(true));
        statistics.add(new Statistic(name + "/mean", norm.batchMean()));
        statistics.add(new Statistic(name + "/variance", norm.batchVariance()));
        return norm.y();
    }

    /** Operations that move the statistics towards the batch's. */
    List<Op> statisticUpdates(Ops ordered, VariableSource variables) {
        List<Op> updates = new ArrayList<>();
        for (Statistic statistic : statistics) {
            Operand<TFloat32> difference = ordered.math.sub(variables.read(statistic.name), statistic.batchValue);
            updates.add(ordered.assignSub(
                    variables.reference(statistic.name), ordered.math.mul(difference, ordered.constant(1 - MOMENTUM))));
        }
        return updates;
    }
}
