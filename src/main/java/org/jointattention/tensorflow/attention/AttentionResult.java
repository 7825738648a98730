package org.jointattention.tensorflow.attention;

import java.util.Optional;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What an attention block computes: its output, and how to look into its A = D + P. */
public final class AttentionResult {
    private final Operand<TFloat32> output;
    private final Operand<TFloat32> diagonal;
    private final Function<Operand<TInt32>, Operand<TFloat32>> rows;

    private AttentionResult(
            Operand<TFloat32> output, Operand<TFloat32> diagonal, Function<Operand<TInt32>, Operand<TFloat32>> rows) {
        this.output = output;
        this.diagonal = diagonal;
        this.rows = rows;
    }

    /** A block with A = 0. */
    static AttentionResult of(Operand<TFloat32> output) {
        return new AttentionResult(output, null, null);
    }

    /** @param value D as batch x height x width x 1 */
    AttentionResult withDiagonal(Operand<TFloat32> value) {
        return new AttentionResult(output, value, rows);
    }

    /** @param value makes, of a scalar position index, the row of P as batch x 1 x N */
    AttentionResult withRows(Function<Operand<TInt32>, Operand<TFloat32>> value) {
        return new AttentionResult(output, diagonal, value);
    }

    /** Y, of the shape of X. */
    public Operand<TFloat32> output() {
        return output;
    }

    /** D as batch x height x width x 1, where the mechanism has one. */
    public Optional<Operand<TFloat32>> diagonal() {
        return Optional.ofNullable(diagonal);
    }

    /** The row of P at a scalar position index (y * width + x), as batch x 1 x N, where it has P. */
    public Optional<Operand<TFloat32>> row(Operand<TInt32> position) {
        return Optional.ofNullable(rows).map(maker -> maker.apply(position));
    }
}
