package org.jointattention.tensorflow.backbone;

import java.util.Arrays;
import java.util.function.Function;
import org.jointattention.engine.EngineException;
import org.jointattention.model.BackboneSpec;
import org.jointattention.tensorflow.Choices;

/** The backbones by name: a new one is one class and one constant here. */
public enum Backbones {
    DENSEUNET("denseunet", DenseUNet::new),
    UNET("unet", UNet::new),
    UNETPLUSPLUS("unetplusplus", spec -> new UNetPlusPlus(spec, false)),
    /** With deep supervision. */
    UNETPLUSPLUS_DEEP("unetplusplus:deep", spec -> new UNetPlusPlus(spec, true)),
    NONLOCALUNET("nonlocalunet", NonLocalUNet::new);

    private final String label;
    private final Function<BackboneSpec, Backbone> factory;

    Backbones(String label, Function<BackboneSpec, Backbone> factory) {
        this.label = label;
        this.factory = factory;
    }

    /** The name users write, with a variant after a colon. */
    public String label() {
        return label;
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
