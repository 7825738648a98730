package org.jointattention.image;

import ij.process.LUT;

/**
 * Colours for maps of values: dark violet, blue, green, yellow. They follow viridis of matplotlib (van der Walt and
 * Smith, CC0): lightness grows evenly, so that the order of values is seen with any colour vision and in print.
 */
public final class HeatLut {
    private static final int SIZE = 256;
    /** Viridis at nine places of equal distance. */
    private static final int[] PLACES = {
        0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725
    };

    private HeatLut() {}

    /** The colour 0xRRGGBB of a value of 0 to 1; others count as the nearer end, NaN as 0. */
    public static int colour(double value) {
        double place = (PLACES.length - 1) * Math.min(1, Math.max(0, Double.isNaN(value) ? 0 : value));
        int index = Math.min(PLACES.length - 2, (int) place);
        double fraction = place - index;
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = PLACES[index] >> shift & 0xff;
            int to = PLACES[index + 1] >> shift & 0xff;
            result = result << 8 | (int) Math.round(from + fraction * (to - from));
        }
        return result;
    }

    public static LUT lut() {
        byte[][] rgb = new byte[3][SIZE];
        for (int i = 0; i < SIZE; i++) {
            int colour = colour(i / (SIZE - 1.0));
            rgb[0][i] = (byte) (colour >> 16);
            rgb[1][i] = (byte) (colour >> 8);
            rgb[2][i] = (byte) colour;
        }
        return new LUT(rgb[0], rgb[1], rgb[2]);
    }
}
