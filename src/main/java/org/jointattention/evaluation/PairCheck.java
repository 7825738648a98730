package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads the masks of a pair once to learn whether they fit each other and which values they have. */
final class PairCheck {
    private final MaskPair pair;
    private final Problems problems = new Problems();
    private final List<Page> pages = new ArrayList<>();

    PairCheck(MaskPair pair) {
        this.pair = pair;
        try {
            checkImages(pair.truth().read(), pair.prediction().read());
        } catch (EvaluationException e) {
            problems.add(e.getMessage());
        }
    }

    private void checkImages(List<Mask> truth, List<Mask> prediction) {
        if (truth.size() != prediction.size()) {
            problems.add(pair.prediction() + " has " + prediction.size() + " images, but " + pair.truth() + " has "
                    + truth.size() + ".");
            return;
        }
        for (int i = 0; i < truth.size(); i++) {
            String slice = truth.size() == 1 ? "" : " (slice " + (i + 1) + ")";
            checkImage(slice, truth.get(i), prediction.get(i));
        }
    }

    private void checkImage(String slice, Mask truth, Mask prediction) {
        if (truth.hasSizeOf(prediction)) {
            pages.add(new Page(slice, truth, prediction));
        } else {
            problems.add(pair.prediction() + slice + " is " + prediction.size() + " pixels, but " + pair.truth()
                    + " is " + truth.size() + ".");
        }
    }

    /** What does not fit: size, number of pages, unreadable. */
    Problems problems() {
        return problems;
    }

    /** Adds all values of the truth, {@link Mask#IGNORED} included. */
    void addTruthValues(BitSet values) {
        pages.forEach(page -> values.or(page.truth));
    }

    /** Adds all values of the prediction, also where the truth is not known. */
    void addPredictedValues(BitSet values) {
        pages.forEach(page -> values.or(page.prediction));
    }

    /**
     * Adds the class ids that count, background included.
     *
     * @param maxId the highest class id that may occur, at most 254
     * @param problems gets the values that are no class ids
     */
    void addClassIds(BinaryReading reading, int maxId, BitSet classIds, Problems problems) {
        for (Page page : pages) {
            BitSet truth = reading.ofTruth(page.truth);
            truth.clear(Mask.IGNORED);
            BitSet prediction = reading.ofPrediction(reading.isTruthBinary() ? page.prediction : page.known);
            reportValue(pair.truth() + page.slice, truth, maxId, problems);
            reportValue(pair.prediction() + page.slice, prediction, maxId, problems);
            classIds.or(truth);
            classIds.or(prediction);
        }
    }

    /** The most telling of the values that are no class ids is the highest. */
    private static void reportValue(String file, BitSet values, int maxId, Problems problems) {
        int highest = values.length() - 1;
        if (highest > maxId) {
            problems.add(file + " has the value " + highest + ", but class ids here are 0 to " + maxId + hint(highest));
        }
    }

    private static String hint(int value) {
        if (value == Mask.IGNORED) {
            return "; if 255 is the foreground, divide the masks by 255 so that it becomes class 1.";
        }
        return value > Mask.IGNORED ? "; does it number objects rather than classes?" : ".";
    }

    /** The values of one image. */
    private static final class Page {
        private final String slice;
        private final BitSet truth = new BitSet();
        private final BitSet prediction = new BitSet();
        /** Of the prediction where the truth is known. */
        private final BitSet known = new BitSet();

        Page(String slice, Mask truths, Mask predictions) {
            this.slice = slice;
            for (int pixel = 0; pixel < truths.pixels(); pixel++) {
                int id = truths.label(pixel);
                truth.set(id);
                prediction.set(predictions.label(pixel));
                if (id != Mask.IGNORED) {
                    known.set(predictions.label(pixel));
                }
            }
        }
    }
}
