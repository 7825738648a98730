package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jointattention.image.MarkedValue;

/**
 * Whether masks of 0 and 255 alone, drawn white on black, or of 0 and another {@link MarkedValue}, are read as classes 0
 * and 1: where there are two classes by what was asked for or by the other side's values. Truth with other ids beside 255
 * keeps 255 as "not known".
 */
final class BinaryReading {
    private static final int NONE = -1;

    private final int truth;
    private final int prediction;

    /**
     * @param truthValues of all truth masks
     * @param predictedValues of all predictions
     * @param classes as asked for; empty to find them
     */
    BinaryReading(BitSet truthValues, BitSet predictedValues, OptionalInt classes) {
        boolean asked = classes.isPresent() && classes.getAsInt() == 2;
        int markedTruth = truthValues.get(0) ? marked(truthValues, classes) : NONE;
        int markedPrediction = marked(predictedValues, classes);
        truth = asked || markedPrediction != NONE || hasTwoClasses(predictedValues) ? markedTruth : NONE;
        prediction = asked || markedTruth != NONE || hasTwoClasses(truthValues) ? markedPrediction : NONE;
    }

    private static int marked(BitSet values, OptionalInt classes) {
        return MarkedValue.of(values, classes.orElse(0)).orElse(NONE);
    }

    /** Only 0, 1 and "not known". */
    private static boolean hasTwoClasses(BitSet values) {
        int third = values.nextSetBit(2);
        return third < 0 || third == Mask.IGNORED && values.nextSetBit(Mask.IGNORED + 1) < 0;
    }

    boolean isTruthBinary() {
        return truth != NONE;
    }

    /** What the values of a truth mask mean. */
    BitSet ofTruth(BitSet values) {
        return toOne(values, truth);
    }

    /** What the values of a prediction mean. */
    BitSet ofPrediction(BitSet values) {
        return toOne(values, prediction);
    }

    private static BitSet toOne(BitSet values, int marked) {
        BitSet classes = (BitSet) values.clone();
        if (marked != NONE && classes.get(marked)) {
            classes.clear(marked);
            classes.set(1);
        }
        return classes;
    }

    Mask ofTruth(Mask mask) {
        return truth == NONE ? mask : mask.toOne(truth);
    }

    Mask ofPrediction(Mask mask) {
        return prediction == NONE ? mask : mask.toOne(prediction);
    }

    /** What the user should know of it. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (truth != NONE) {
            String other = truth == Mask.IGNORED ? ", not as \"ignore\"." : ".";
            notes.add("The truth holds 0 and " + truth + " alone: " + truth + " is taken as class 1" + other);
        }
        if (prediction != NONE) {
            notes.add("The predictions hold 0 and " + prediction + " alone: " + prediction + " is taken as class 1.");
        }
        return notes;
    }
}
