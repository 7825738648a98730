package org.jointattention.training;

/** What augmentation can do to a patch beside flips and quarter turns. */
public enum Effect {
    /** Degrees. */
    ROTATION(-180, 180, 0, false),
    /** Magnification: 2 shows everything twice as large. */
    SCALE(0.1, 10, 1, true),
    /** Largest displacement in pixels of a smooth random deformation. */
    ELASTIC(0, 256, 0, false),
    /** Added to the normalised values; drawn for each channel. */
    BRIGHTNESS(-10, 10, 0, false),
    /** Factor on the distance from the patch's mean; drawn for each channel. */
    CONTRAST(0.1, 10, 1, true),
    /** Exponent on the values between the patch's darkest and brightest. */
    GAMMA(0.1, 10, 1, true),
    /** Standard deviation of Gaussian noise in normalised values. */
    NOISE(0, 10, 0, false),
    /** Standard deviation of a Gaussian blur in pixels. */
    BLUR(0, 5, 0, false);

    private final double min;
    private final double max;
    private final double neutral;
    private final boolean ratio;

    Effect(double min, double max, double neutral, boolean ratio) {
        this.min = min;
        this.max = max;
        this.neutral = neutral;
        this.ratio = ratio;
    }

    /** Smallest admissible strength. */
    public double min() {
        return min;
    }

    /** Largest admissible strength. */
    public double max() {
        return max;
    }

    /** The strength that changes nothing. */
    public double neutral() {
        return neutral;
    }

    /** Draws evenly over the logarithm where 1/2 and 2 are equally strong, else evenly. */
    double draw(double low, double high, FastRandom random) {
        if (ratio) {
            return StrictMath.exp(random.between(StrictMath.log(low), StrictMath.log(high)));
        }
        return random.between(low, high);
    }
}
