package org.jointattention.evaluation;

import java.util.Random;
import org.jointattention.image.LabelPlane;

/** Masks drawn with characters: '.' background, a digit its class, '?' ignored. */
final class Masks {
    private Masks() {}

    static Mask draw(String... rows) {
        return draw(null, rows);
    }

    static Mask draw(PixelSize pixelSize, String... rows) {
        String all = String.join("", rows);
        int[] labels = all.chars().map(Masks::label).toArray();
        return new Mask(new LabelPlane(rows[0].length(), rows.length, labels), pixelSize);
    }

    private static int label(int character) {
        return character == '.' ? 0 : character == '?' ? Mask.IGNORED : character - '0';
    }

    static BinaryMask binary(String... rows) {
        Mask mask = draw(rows);
        boolean[] foreground = new boolean[mask.pixels()];
        for (int pixel = 0; pixel < foreground.length; pixel++) {
            foreground[pixel] = mask.label(pixel) == 1;
        }
        return new BinaryMask(mask.width(), mask.height(), foreground);
    }

    /** Class ids 0 to classes - 1, each pixel by itself, the background the more likely the smaller the density. */
    static Mask random(Random random, int width, int height, int classes, double density) {
        int[] labels = new int[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < density ? 1 + random.nextInt(classes - 1) : 0;
        }
        return new Mask(new LabelPlane(width, height, labels));
    }

    static ClassComparison compare(Mask truth, Mask prediction, int id) {
        return new ImageComparison(truth, prediction).ofClass(id);
    }
}
