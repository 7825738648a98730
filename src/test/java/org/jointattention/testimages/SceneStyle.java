package org.jointattention.testimages;

/** What a scene looks like: kinds of specimen and camera, in pixels and in grey values of an 8-bit image. */
final class SceneStyle {
    int nuclei;
    double touching;
    double minDiameter;
    double maxDiameter;
    double maxElongation;
    double irregularity;
    double minBrightness;
    double maxBrightness;
    double dome;
    int spots;
    double texture;
    double blur;
    double halo;
    double background;
    double unevenness;
    double photonNoise;
    double readNoise;

    private SceneStyle() {}

    /** Round, spotted nuclei, blurred, on a black background: a mouse tissue culture at low magnification. */
    static SceneStyle spotted() {
        SceneStyle style = new SceneStyle();
        style.nuclei = 28;
        style.touching = 0.25;
        style.minDiameter = 15;
        style.maxDiameter = 23;
        style.maxElongation = 1.3;
        style.irregularity = 0.08;
        style.minBrightness = 25;
        style.maxBrightness = 85;
        style.dome = 0.45;
        style.spots = 6;
        style.texture = 0.22;
        style.blur = 1.3;
        style.halo = 0.10;
        style.background = 2;
        style.unevenness = 1;
        style.photonNoise = 0.10;
        style.readNoise = 0.5;
        return style;
    }

    /** Many small smooth ovals of much the same brightness: a cell line at low magnification. */
    static SceneStyle ovals() {
        SceneStyle style = new SceneStyle();
        style.nuclei = 75;
        style.touching = 0.2;
        style.minDiameter = 11;
        style.maxDiameter = 17;
        style.maxElongation = 1.9;
        style.irregularity = 0.06;
        style.minBrightness = 30;
        style.maxBrightness = 75;
        style.dome = 0.2;
        style.spots = 1;
        style.texture = 0.12;
        style.blur = 0.9;
        style.halo = 0.06;
        style.background = 11;
        style.unevenness = 5;
        style.photonNoise = 0.12;
        style.readNoise = 0.7;
        return style;
    }

    /** Large flat textured nuclei in a dim image with much noise: a cell line at higher magnification. */
    static SceneStyle dim() {
        SceneStyle style = new SceneStyle();
        style.nuclei = 26;
        style.touching = 0.3;
        style.minDiameter = 23;
        style.maxDiameter = 31;
        style.maxElongation = 1.7;
        style.irregularity = 0.10;
        style.minBrightness = 14;
        style.maxBrightness = 32;
        style.dome = 0.1;
        style.spots = 2;
        style.texture = 0.10;
        style.blur = 1.0;
        style.halo = 0.08;
        style.background = 5;
        style.unevenness = 2;
        style.photonNoise = 0.15;
        style.readNoise = 0.6;
        return style;
    }

    SceneStyle withNuclei(int number) {
        nuclei = number;
        return this;
    }

    SceneStyle withDiameters(double from, double to) {
        minDiameter = from;
        maxDiameter = to;
        return this;
    }

    /** All grey values a number of times as high, as with another camera. */
    SceneStyle brighter(double factor) {
        minBrightness *= factor;
        maxBrightness *= factor;
        background *= factor;
        unevenness *= factor;
        photonNoise *= factor;
        readNoise *= factor;
        return this;
    }
}
