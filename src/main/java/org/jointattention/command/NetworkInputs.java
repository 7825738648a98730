package org.jointattention.command;

import org.jointattention.training.PlanRequestBuilder;
import org.jointattention.training.Preset;

/** The inputs that say which network a training makes; what is automatic is derived from the data. */
final class NetworkInputs {
    static final String AUTOMATIC = "automatic";
    static final String SMALL = "small";
    static final String BASE = "base";

    private final String preset;
    private final String backbone;
    private final String attention;
    private final int slices;

    /** @param slices that the network sees at once; 1 is what it does by itself */
    NetworkInputs(String preset, String backbone, String attention, int slices) {
        this.preset = preset;
        this.backbone = backbone;
        this.attention = attention;
        this.slices = slices;
    }

    /** Others than those in the list are allowed; case does not count for {@link #AUTOMATIC}. */
    static String listedOrNot(String value) {
        return value.trim().equalsIgnoreCase(AUTOMATIC) ? AUTOMATIC : value;
    }

    /** Whether something is chosen that a model to start from decides. */
    boolean isChosen() {
        return !preset.equals(AUTOMATIC) || !backbone.equals(AUTOMATIC) || !attention.equals(AUTOMATIC);
    }

    PlanRequestBuilder addTo(PlanRequestBuilder request) {
        return request.preset(preset.equals(AUTOMATIC) ? null : Preset.parse(preset))
                .backbone(given(backbone))
                .attention(given(attention))
                .slices(slices > 1 ? slices : null);
    }

    private static String given(String value) {
        return value.equals(AUTOMATIC) ? null : value;
    }
}
