package org.jointattention.evaluation;

import java.util.BitSet;
import java.util.List;

/** Reads the masks of a pair once to learn whether they fit each other and which classes they have. */
final class PairCheck {
    private final MaskPair pair;
    private final int maxId;
    private final Problems problems = new Problems();
    private final BitSet classIds = new BitSet();
    private boolean ignoredInTruth;
    private boolean foregroundInTruth;

    /** @param maxId the highest class id that may occur, at most 254 */
    PairCheck(MaskPair pair, int maxId) {
        this.pair = pair;
        this.maxId = maxId;
        try {
            checkImages(Mask.read(pair.truth()), Mask.read(pair.prediction()));
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
        if (!truth.hasSizeOf(prediction)) {
            problems.add(pair.prediction() + slice + " is " + prediction.size() + " pixels, but " + pair.truth()
                    + " is " + truth.size() + ".");
            return;
        }
        int badTruth = 0;
        int badPrediction = 0;
        for (int pixel = 0; pixel < truth.pixels(); pixel++) {
            if (truth.label(pixel) == Mask.IGNORED) {
                ignoredInTruth = true;
                continue;
            }
            foregroundInTruth |= truth.label(pixel) != 0;
            badTruth = worse(badTruth, truth.label(pixel));
            badPrediction = worse(badPrediction, prediction.label(pixel));
        }
        reportValue(pair.truth() + slice, badTruth);
        reportValue(pair.prediction() + slice, badPrediction);
    }

    /** The most telling of the values that are no class ids: the highest; 0 while there is none. */
    private int worse(int bad, int id) {
        if (id < 0 || id > maxId) {
            return bad == 0 ? id : Math.max(bad, id);
        }
        classIds.set(id);
        return bad;
    }

    private void reportValue(String file, int value) {
        if (value != 0) {
            problems.add(file + " has the value " + value + ", but class ids here are 0 to " + maxId + hint(value));
        }
    }

    private static String hint(int value) {
        if (value == Mask.IGNORED) {
            return "; if 255 is the foreground, divide the masks by 255 so that it becomes class 1.";
        }
        return value > Mask.IGNORED ? "; does it number objects rather than classes?" : ".";
    }

    Problems problems() {
        return problems;
    }

    /** The class ids that occur, background included. */
    BitSet classIds() {
        return classIds;
    }

    boolean ignoredInTruth() {
        return ignoredInTruth;
    }

    boolean foregroundInTruth() {
        return foregroundInTruth;
    }
}
