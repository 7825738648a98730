package org.jointattention.tensorflow.backbone;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointattention.engine.EngineException;
import org.jointattention.model.BackboneSpec;

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
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(spec.name()))
                .findFirst()
                .orElseThrow(() -> new EngineException("Unknown backbone '" + spec.name() + "'; there are: "
                        + Arrays.stream(values()).map(Backbones::label).collect(Collectors.joining(", ")) + "."))
                .factory
                .apply(spec);
    }
}
