package org.jointattention.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;
import org.jointattention.segmentation.Augment;
import org.jointattention.training.Flips;

/** The texts that an input with choices knows. SciJava does not check what a script gives, so the commands do. */
final class Choice {
    /** {@link DeviceChoice#AUTO} and {@link Precision#AUTO}. */
    static final String AUTO = "auto";

    static final String CPU = "cpu";
    static final String GPU = "gpu";

    static final String FLOAT32 = "float32";
    static final String BFLOAT16 = "bfloat16";

    /** No augmentation, no attention, no model, no flips. */
    static final String NONE = "none";

    static final String FLIPS = "flips";
    static final String FULL = "full";

    static final String LEFT_RIGHT = "left-right";
    static final String ALL = "all";

    /** What tells the class of a ROI; see {@link org.jointattention.image.RoiKey}. */
    static final String NAME = "Name";

    static final String GROUP = "Group";
    static final String COLOUR = "Colour";

    private Choice() {}

    /**
     * The choice that a text is; case and blanks around it do not count.
     *
     * @param input name of the input, for the message
     * @param known all there are
     * @throws CommandException if it is none of them
     */
    static String of(String input, String value, String... known) {
        for (String choice : known) {
            if (choice.equalsIgnoreCase(value.trim())) {
                return choice;
            }
        }
        throw new CommandException(input + "=" + value + " is unknown: use " + String.join(", ", known) + ".");
    }

    static DeviceChoice device(String value) {
        return DeviceChoice.valueOf(of("device", value, AUTO, CPU, GPU).toUpperCase(Locale.ROOT));
    }

    static Precision precision(String value) {
        return Precision.valueOf(of("precision", value, AUTO, FLOAT32, BFLOAT16).toUpperCase(Locale.ROOT));
    }

    /** Empty for automatic ones. */
    static Optional<Flips> flips(String value) {
        String text = of("flips", value, NetworkInputs.AUTOMATIC, NONE, LEFT_RIGHT, ALL);
        return Arrays.stream(Flips.values())
                .filter(flips -> flips.toString().equals(text))
                .findFirst();
    }

    static Augment augment(String value) {
        return Augment.valueOf(of("augment", value, NONE, FLIPS, FULL).toUpperCase(Locale.ROOT));
    }
}
