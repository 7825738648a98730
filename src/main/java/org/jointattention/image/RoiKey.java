package org.jointattention.image;

import ij.gui.Roi;
import ij.plugin.Colors;
import java.awt.Color;
import java.util.Locale;
import java.util.Optional;

/** What tells the class of a ROI. */
public enum RoiKey {
    /** The name, without a number at its end: {@code nucleus}, {@code nucleus-2} and {@code nucleus 3} are one class. */
    NAME("Name") {
        @Override
        Optional<String> of(Roi roi) {
            String name = roi.getName() == null ? "" : roi.getName().trim();
            // such as 0012-0345-0678, which the ROI Manager makes up of slice and place
            if (name.matches("\\d+(-\\d+)+")) {
                return Optional.empty();
            }
            String stem = name.replaceAll("[-_ ]+\\d+$", "");
            return stem.isEmpty() ? Optional.empty() : Optional.of(stem);
        }
    },
    /** The group: its name where it has one, else its number. */
    GROUP("Group") {
        @Override
        Optional<String> of(Roi roi) {
            int group = roi.getGroup();
            if (group == 0) {
                return Optional.empty();
            }
            String name = Roi.getGroupName(group);
            return Optional.of(name == null || name.trim().isEmpty() ? Integer.toString(group) : name.trim());
        }
    },
    /** The colour of the outline, else that of the filling: a name such as {@code red}, or {@code #rrggbb}. */
    COLOUR("Colour") {
        @Override
        Optional<String> of(Roi roi) {
            Color colour = roi.getStrokeColor() == null ? roi.getFillColor() : roi.getStrokeColor();
            return colour == null ? Optional.empty() : Optional.of(named(colour));
        }
    };

    private final String label;

    RoiKey(String label) {
        this.label = label;
    }

    /** Empty where the ROI has none. */
    abstract Optional<String> of(Roi roi);

    private static String named(Color colour) {
        Color opaque = new Color(colour.getRGB() & 0xffffff);
        return Colors.colorToString(opaque).toLowerCase(Locale.ROOT);
    }

    /**
     * @param label case does not count
     * @throws ImageException if there is none of that label
     */
    public static RoiKey parse(String label) {
        for (RoiKey key : values()) {
            if (key.label.equalsIgnoreCase(label.trim())) {
                return key;
            }
        }
        throw new ImageException("ROIs have no '" + label + "' to tell their class; use Name, Group or Colour.");
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return label;
    }
}
