package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Whether masks of 0 and 255 alone, drawn white on black, are read as classes 0 and 1: where there are two classes by
 * what was asked for or by the other side's values. Truth with other ids beside 255 keeps 255 as "not known".
 */
final class BinaryReading {
    private static final int WHITE = Mask.IGNORED;

    private final boolean truth;
    private final boolean prediction;

    /**
     * @param truthValues of all truth masks
     * @param predictedValues of all predictions
     * @param classes as asked for; empty to find them
     */
    BinaryReading(BitSet truthValues, BitSet predictedValues, OptionalInt classes) {
        boolean asked = classes.isPresent() && classes.getAsInt() == 2;
        boolean possible = asked || classes.isEmpty();
        boolean whiteTruth = truthValues.get(0) && isWhiteOnBlack(truthValues);
        boolean whitePrediction = isWhiteOnBlack(predictedValues);
        truth = possible && whiteTruth && (asked || whitePrediction || hasTwoClasses(predictedValues));
        prediction = possible && whitePrediction && (asked || whiteTruth || hasTwoClasses(truthValues));
    }

    private static boolean isWhiteOnBlack(BitSet values) {
        return values.get(WHITE) && (values.cardinality() == 1 || values.get(0) && values.cardinality() == 2);
    }

    /** Only 0, 1 and "not known". */
    private static boolean hasTwoClasses(BitSet values) {
        int third = values.nextSetBit(2);
        return third < 0 || third == Mask.IGNORED && values.nextSetBit(Mask.IGNORED + 1) < 0;
    }

    boolean isTruthBinary() {
        return truth;
    }

    /** What the values of a truth mask mean. */
    BitSet ofTruth(BitSet values) {
        return truth ? whiteToOne(values) : (BitSet) values.clone();
    }

    /** What the values of a prediction mean. */
    BitSet ofPrediction(BitSet values) {
        return prediction ? whiteToOne(values) : (BitSet) values.clone();
    }

    private static BitSet whiteToOne(BitSet values) {
        BitSet classes = (BitSet) values.clone();
        if (classes.get(WHITE)) {
            classes.clear(WHITE);
            classes.set(1);
        }
        return classes;
    }

    Mask ofTruth(Mask mask) {
        return truth ? mask.whiteToOne() : mask;
    }

    Mask ofPrediction(Mask mask) {
        return prediction ? mask.whiteToOne() : mask;
    }

    /** What the user should know of it. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (truth) {
            notes.add("The truth holds 0 and 255 alone: 255 is taken as class 1, not as \"ignore\".");
        }
        if (prediction) {
            notes.add("The predictions hold 0 and 255 alone: 255 is taken as class 1.");
        }
        return notes;
    }
}
