package org.jointattention.image;

import java.util.BitSet;
import java.util.OptionalInt;

/**
 * The value that marks the objects in masks of one class: all masks together hold it and 0 alone, and it is no likely class
 * id. Drawn masks are white on black, 0 and 255; others hold 0 and 60, or 0 and 65535. It is read as class 1.
 */
public final class MarkedValue {
    /** More classes than that are not taken for classes unless somebody asks for them. */
    public static final int MANY_CLASSES = 20;

    private MarkedValue() {}

    /**
     * @param values of all masks; 0 may be missing
     * @param classes as asked for, 0 to find them
     * @return empty where the values are class ids
     */
    public static OptionalInt of(BitSet values, int classes) {
        int value = values.nextSetBit(1);
        boolean alone = value > 0 && values.nextSetBit(value + 1) < 0;
        boolean asked = classes == 0 || classes == 2;
        return alone && asked && value >= MANY_CLASSES ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
