package org.jointattention.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointattention.model.LabelClass;

/**
 * Names, colours and weights of the classes, and how many patches are placed on foreground.
 *
 * <p>A class of frequency f weighs sqrt(0.05 / f), in 1 to 4: the root keeps rare classes from being found
 * everywhere. Patches are placed on foreground one in three times, one in two where less than 5 % of the
 * labelled pixels are foreground.
 */
final class ClassRule {
    static final double RARE = 0.05;
    private static final double LARGEST_WEIGHT = 4;
    private static final double LARGEST_GIVEN = 100;

    /** Okabe and Ito's colours, which colour-blind people can tell apart; black is the background. */
    private static final int[] COLOURS = {0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7};

    private final DataSummary data;

    ClassRule(DataSummary data) {
        this.data = data;
        if (data.foregroundFrequency() == 0) {
            throw new PlanException("All labelled pixels are background (0), so there is nothing to learn;"
                    + " label some objects with the classes 1 to " + (data.classes() - 1) + ".");
        }
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        names.add("background");
        for (int k = 1; k < data.classes(); k++) {
            names.add("class " + k);
        }
        return names;
    }

    List<LabelClass> classes(List<String> names) {
        checkCount("class names", names.size());
        List<LabelClass> classes = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            classes.add(new LabelClass(names.get(k), colour(k)));
        }
        return classes;
    }

    /** The colours in turn, darker each time round. */
    private static int colour(int label) {
        if (label == 0) {
            return 0x000000;
        }
        double shade = Math.pow(0.75, (label - 1) / COLOURS.length);
        int colour = COLOURS[(label - 1) % COLOURS.length];
        int red = (int) ((colour >> 16 & 0xff) * shade);
        int green = (int) ((colour >> 8 & 0xff) * shade);
        int blue = (int) ((colour & 0xff) * shade);
        return red << 16 | green << 8 | blue;
    }

    List<Double> weights() {
        List<Double> weights = new ArrayList<>();
        for (int k = 0; k < data.classes(); k++) {
            double frequency = data.frequency(k);
            double weight = frequency == 0 ? 1 : Math.sqrt(RARE / frequency);
            weights.add(Math.round(100 * Math.max(1, Math.min(LARGEST_WEIGHT, weight))) / 100.0);
        }
        return weights;
    }

    List<Double> checked(Optional<List<Double>> given) {
        given.ifPresent(weights -> {
            checkCount("class weights", weights.size());
            weights.forEach(weight -> Decisions.inRange("class weight", weight, 0, LARGEST_GIVEN));
        });
        return given.orElseGet(this::weights);
    }

    private void checkCount(String what, int count) {
        if (count != data.classes()) {
            throw new PlanException("There are " + count + " " + what + " for " + data.classes()
                    + " classes; give one for each class, the background's first.");
        }
    }

    String weightReason() {
        StringBuilder reason = new StringBuilder("frequencies");
        for (int k = 0; k < data.classes(); k++) {
            reason.append(k == 0 ? " " : ", ").append(percent(data.frequency(k)));
        }
        reason.append("; above 1 below 5 %");
        List<String> missing = new ArrayList<>();
        for (int k = 0; k < data.classes(); k++) {
            if (data.frequency(k) == 0) {
                missing.add(String.valueOf(k));
            }
        }
        return missing.isEmpty() ? reason.toString() : reason + "; NEVER LABELLED: class " + String.join(", ", missing);
    }

    double foregroundFraction() {
        return data.foregroundFrequency() < RARE ? 1.0 / 2 : 1.0 / 3;
    }

    String foregroundReason() {
        return percent(data.foregroundFrequency()) + " of the labelled pixels are foreground; 1/2 of the patches"
                + " below 5 %, else 1/3";
    }

    static String percent(double share) {
        return Decisions.number(100 * share, 3) + " %";
    }

    static String join(List<Double> weights) {
        return weights.stream().map(Decisions::text).collect(Collectors.joining(", "));
    }
}
