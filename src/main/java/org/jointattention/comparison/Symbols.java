package org.jointattention.comparison;

import ij.gui.Plot;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** A colour and a shape for each network, the same in all pictures of a report; different ones for up to 36. */
final class Symbols {
    private static final int[] COLOURS = {
        0x000000, 0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x8c6d31, 0x888888, 0x4b0092, 0x8ac926,
        0x8b0000
    }; // Okabe-Ito without its yellow, which is hard to see on white, and five more
    private static final int[] SHAPES = {Plot.CIRCLE, Plot.BOX, Plot.TRIANGLE, Plot.DIAMOND, Plot.X, Plot.CROSS};

    private final List<String> labels = new ArrayList<>();

    /** The number of the label's symbol, which it gets when it is asked for first. */
    private int index(String label) {
        if (!labels.contains(label)) {
            labels.add(label);
        }
        return labels.indexOf(label);
    }

    Color colour(String label) {
        return new Color(COLOURS[index(label) % COLOURS.length]);
    }

    /** A shape of {@link Plot}: two further each time the colours begin anew, since neighbours in the list look alike. */
    int shape(String label) {
        int index = index(label);
        return SHAPES[(index + 2 * (index / COLOURS.length)) % SHAPES.length];
    }

    /** All that were asked for, in that order. */
    List<String> labels() {
        return labels;
    }
}
