package org.jointattention.tensorflow.backbone;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jointattention.engine.EngineException;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Choices;

/** The backbones by name: a new one is one class and one constant here. */
public enum Backbones {
    DENSEUNET(DenseUNet::new);

    private final Function<BackboneSpec, Backbone> factory;

    Backbones(Function<BackboneSpec, Backbone> factory) {
        this.factory = factory;
    }

    /** The name users write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The backbone a model asks for.
     *
     * @throws EngineException if its name is unknown
     */
    public static Backbone create(BackboneSpec spec) {
        return Choices.named(Arrays.asList(values()), Backbones::label, spec.name(), "backbone")
                .factory
                .apply(spec);
    }
}
