package org.jointattention.image.zarr;

import java.util.Optional;

/** How a channel is called and displayed, as far as the image says it. */
public final class OmeChannel {
    private final String name;
    private final Integer rgb;

    private OmeChannel(String name, Integer rgb) {
        this.name = name;
        this.rgb = rgb;
    }

    /** What is not as it should be is passed over: pixels can be read without. */
    static OmeChannel read(Json json) {
        String colour = Json.isText(json.raw("color")) ? json.text("color") : "";
        return new OmeChannel(
                Json.isText(json.raw("label")) ? json.text("label") : null,
                colour.matches("[0-9a-fA-F]{6}") ? Integer.valueOf(colour, 16) : null);
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** 0xRRGGBB. */
    public Optional<Integer> rgb() {
        return Optional.ofNullable(rgb);
    }
}
