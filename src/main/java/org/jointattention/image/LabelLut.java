package org.jointattention.image;

import ij.process.LUT;
import java.util.List;
import org.jointattention.model.LabelClass;

/**
 * Display colours of labels: 0 is black, 1 to 7 are the colours of Okabe and Ito ("Color Universal Design", 2008),
 * which people with any colour vision tell apart; the others are chosen to differ as much as possible from all before,
 * for normal, red-blind and green-blind vision alike.
 */
public final class LabelLut {
    private static final int SIZE = 256;
    private static final int[] OKABE_ITO = {
        0x000000, 0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7
    };
    private static final int[] COLOURS = DistinctColours.extend(OKABE_ITO, SIZE);

    private LabelLut() {}

    /** The display colour 0xRRGGBB of a label; labels over 255 take the colours of 1 to 255 in turn. */
    public static int colour(int label) {
        return COLOURS[label < SIZE ? label : 1 + (label - 1) % (SIZE - 1)];
    }

    /** The colour of a label that is a class if there is one, else as {@link #colour(int)}. */
    public static int colour(int label, List<LabelClass> classes) {
        return label < classes.size() ? classes.get(label).rgb() : colour(label);
    }

    /** A LUT for 8-bit label images; the first entries are the colours of the classes. */
    public static LUT of(List<LabelClass> classes) {
        return of(classes, colour(SIZE - 1, classes));
    }

    /** @param last the colour 0xRRGGBB of 255, which often means "not known" */
    public static LUT of(List<LabelClass> classes, int last) {
        byte[][] rgb = new byte[3][SIZE];
        for (int i = 0; i < SIZE; i++) {
            int colour = i == SIZE - 1 ? last : colour(i, classes);
            rgb[0][i] = (byte) (colour >> 16);
            rgb[1][i] = (byte) (colour >> 8);
            rgb[2][i] = (byte) colour;
        }
        return new LUT(rgb[0], rgb[1], rgb[2]);
    }
}
