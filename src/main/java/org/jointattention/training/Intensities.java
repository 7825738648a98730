package org.jointattention.training;

/** The effects on grey values, in the order of an imaging device: optics, exposure, noise. */
final class Intensities {
    private final Augmentation augmentation;
    private final int channels;
    private final int values;
    private final Blur blur;
    private final Tone tone = new Tone();
    private final GaussianNoise noise = new GaussianNoise();

    Intensities(Augmentation augmentation, int size, int channels) {
        this.augmentation = augmentation;
        this.channels = channels;
        this.values = size * size * channels;
        this.blur = new Blur(size, channels, augmentation.strength(Effect.BLUR).high());
    }

    void apply(PatchTarget target, FastRandom random) {
        float[] images = target.images();
        int from = target.imageOffset();
        double sigma = augmentation.draw(Effect.BLUR, random);
        if (sigma > 0) {
            blur.apply(images, from, sigma);
        }
        double gamma = augmentation.draw(Effect.GAMMA, random);
        tone.setGamma(gamma);
        for (int c = 0; c < channels; c++) {
            double contrast = augmentation.draw(Effect.CONTRAST, random);
            double brightness = augmentation.draw(Effect.BRIGHTNESS, random);
            if (contrast != 1 || brightness != 0 || gamma != 1) {
                tone.apply(images, from + c, from + values, channels, contrast, brightness);
            }
        }
        double deviation = augmentation.draw(Effect.NOISE, random);
        if (deviation > 0) {
            noise.add(images, from, from + values, (float) deviation, random);
        }
    }
}
