package org.jointattention.model;

import java.util.Objects;

/** A class that pixels are labelled with: its name and its display colour. */
public final class LabelClass {
    private final String name;
    private final int rgb;

    /**
     * @param name for people, such as {@code nucleus}
     * @param rgb display colour 0xRRGGBB
     */
    public LabelClass(String name, int rgb) {
        this.name = Checks.notBlank("class name", name);
        this.rgb = rgb & 0xffffff;
    }

    public String name() {
        return name;
    }

    /** Display colour 0xRRGGBB. */
    public int rgb() {
        return rgb;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelClass && name.equals(((LabelClass) other).name) && rgb == ((LabelClass) other).rgb;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, rgb);
    }

    @Override
    public String toString() {
        return name;
    }
}
