package org.jointattention.image;

/** Copies between ImageJ's pixel arrays and interleaved float values. */
final class PixelArrays {
    private PixelArrays() {}

    /** Writes one grey plane (byte, short or float, the first two unsigned) to every {@code step}-th value. */
    static void toFloat(Object pixels, float[] target, int start, int step) {
        if (pixels instanceof byte[]) {
            byte[] source = (byte[]) pixels;
            for (int i = 0, k = start; i < source.length; i++, k += step) {
                target[k] = source[i] & 0xff;
            }
        } else if (pixels instanceof short[]) {
            short[] source = (short[]) pixels;
            for (int i = 0, k = start; i < source.length; i++, k += step) {
                target[k] = source[i] & 0xffff;
            }
        } else {
            float[] source = (float[]) pixels;
            for (int i = 0, k = start; i < source.length; i++, k += step) {
                target[k] = source[i];
            }
        }
    }

    /** Writes packed 0xRRGGBB pixels as interleaved red, green, blue. */
    static void rgbToFloat(int[] pixels, float[] target) {
        for (int i = 0, k = 0; i < pixels.length; i++, k += 3) {
            target[k] = (pixels[i] >> 16) & 0xff;
            target[k + 1] = (pixels[i] >> 8) & 0xff;
            target[k + 2] = pixels[i] & 0xff;
        }
    }

    /** Whether red, green and blue of all packed pixels are equal. */
    static boolean isGrey(int[] pixels) {
        for (int rgb : pixels) {
            if ((rgb & 0xffffff) != (rgb & 0xff) * 0x10101) {
                return false;
            }
        }
        return true;
    }

    static byte[] blue(int[] pixels) {
        byte[] values = new byte[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) pixels[i];
        }
        return values;
    }
}
