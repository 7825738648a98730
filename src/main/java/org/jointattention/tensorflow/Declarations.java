package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointattention.model.ModelSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Weights without values, which also tell what weights a network asks for. */
final class Declarations implements WeightSource {
    private final Ops tf;
    private final Map<String, WeightDeclaration> declarations = new LinkedHashMap<>();
    private final Map<String, Operand<TFloat32>> placeholders = new LinkedHashMap<>();

    Declarations(Ops tf) {
        this.tf = tf;
    }

    /** The weights that a model's network asks for. */
    static List<WeightDeclaration> of(ModelSpec spec) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Declarations source = new Declarations(tf);
            int size = spec.backbone().stride() * 2;
            Operand<TFloat32> image =
                    tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(1, size, size, spec.channels())));
            Network.build(new InferenceNet(tf, source), spec, image);
            return new ArrayList<>(source.declarations.values());
        }
    }

    @Override
    public Operand<TFloat32> get(WeightDeclaration declaration) {
        declarations.putIfAbsent(declaration.name(), declaration);
        return placeholders.computeIfAbsent(
                declaration.name(),
                name -> tf.placeholder(TFloat32.class, Placeholder.shape(Tensors.shape(declaration.shape()))));
    }
}
