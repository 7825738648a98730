package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Weights as variables of the graph.
 *
 * <p>Layers get the variable through one identity, since operations directly on a reference variable
 * can end the process when gradients are added.
 */
final class VariableSource implements WeightSource {
    private final Ops tf;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private static final class Entry {
        private final WeightDeclaration declaration;
        private final Variable<TFloat32> variable;
        private final Operand<TFloat32> value;

        Entry(WeightDeclaration declaration, Variable<TFloat32> variable, Operand<TFloat32> value) {
            this.declaration = declaration;
            this.variable = variable;
            this.value = value;
        }
    }

    VariableSource(Ops tf) {
        this.tf = tf;
    }

    @Override
    public Operand<TFloat32> get(WeightDeclaration declaration) {
        return entries.computeIfAbsent(declaration.name(), name -> {
                    Variable<TFloat32> variable = tf.variable(Tensors.shape(declaration.shape()), TFloat32.class);
                    return new Entry(declaration, variable, tf.identity(variable));
                })
                .value;
    }

    Variable<TFloat32> reference(String name) {
        return entries.get(name).variable;
    }

    /** The value that layers compute with. */
    Operand<TFloat32> read(String name) {
        return entries.get(name).value;
    }

    Collection<WeightDeclaration> declarations() {
        return entries.values().stream().map(entry -> entry.declaration).collect(Collectors.toList());
    }

    List<WeightDeclaration> trainable() {
        List<WeightDeclaration> trainable = new ArrayList<>(declarations());
        trainable.removeIf(declaration -> !declaration.kind().trainable());
        return trainable;
    }
}
