package org.jointattention.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jointattention.image.MarkedValue;
import org.jointattention.model.ModelSpec;

/**
 * Which ids the masks hold, and what classes they therefore are. Masks of 0 and 255 alone, or of 0 and another {@link
 * MarkedValue}, are read as classes 0 and 1.
 */
final class LabelCensus {
    private static final int MOST_SHOWN = 8;

    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean[] seen = new boolean[256];
    private final int classes;

    /**
     * @param masks name of the mask of each sample, for messages
     * @param samples their labels change where 255 is to become class 1
     * @param values of all masks, as they were read
     * @param options number of classes wanted, and what 255 means
     */
    LabelCensus(List<String> masks, List<Sample> samples, BitSet values, DataSetOptions options) {
        int wanted = options.classes();
        List<boolean[]> ids = new ArrayList<>();
        for (Sample sample : samples) {
            ids.add(ids(sample));
        }
        OptionalInt marked = marked(values, options);
        if (marked.isPresent()) {
            samples.forEach(LabelCensus::markedToOne);
            classes = 2;
            notes.add("The masks hold 0 and " + marked.getAsInt() + " alone: " + marked.getAsInt()
                    + " is taken as class 1" + (marked.getAsInt() == ModelSpec.IGNORE ? ", not as unlabelled." : "."));
            return;
        }
        int max = largest();
        classes = wanted > 0 ? wanted : Math.max(2, Math.min(max + 1, DataSetOptions.MAX_CLASSES));
        for (int i = 0; i < samples.size(); i++) {
            check(masks.get(i), ids.get(i));
        }
        if (max == 0) {
            problems.add("No mask has a foreground: every labelled pixel has class 0.");
        }
        if (!options.isWhiteForeground() && !seen[0]) {
            problems.add("No pixel is labelled background, so the network could not learn where nothing is:"
                    + " label some of it.");
        }
        noteGaps(max);
        if (wanted == 0 && classes > MarkedValue.MANY_CLASSES) {
            problems.add("The masks hold the values " + values() + ", which would be " + classes
                    + " classes. If their numbers count objects, replace them by class numbers, for example 1 for"
                    + " every object; if they are grey values, by 0, 1, 2 and so on; if they are pictures, the folders"
                    + " are swapped; if they are classes, give their number, " + classes + ".");
        }
    }

    int classes() {
        return classes;
    }

    List<String> problems() {
        return problems;
    }

    List<String> notes() {
        return notes;
    }

    private boolean[] ids(Sample sample) {
        boolean[] own = new boolean[256];
        for (byte label : sample.labels()) {
            own[label & 0xff] = true;
        }
        for (int id = 0; id < own.length; id++) {
            seen[id] |= own[id];
        }
        return own;
    }

    /** Those that the masks hold, for people; of many the first ones. */
    private String values() {
        List<String> found = new ArrayList<>();
        for (int id = 0; id < seen.length; id++) {
            if (seen[id]) {
                found.add(Integer.toString(id));
            }
        }
        return found.size() <= MOST_SHOWN
                ? String.join(", ", found)
                : String.join(", ", found.subList(0, MOST_SHOWN)) + " and " + (found.size() - MOST_SHOWN) + " more";
    }

    /** The value that is to become class 1; empty where masks hold class ids. */
    static OptionalInt marked(BitSet values, DataSetOptions options) {
        return options.isWhiteForeground() && values.get(0)
                ? MarkedValue.of(values, options.classes())
                : OptionalInt.empty();
    }

    /** The largest class id, -1 where no pixel is labelled. */
    private int largest() {
        int id = ModelSpec.IGNORE - 1;
        while (id >= 0 && !seen[id]) {
            id--;
        }
        return id;
    }

    private static void markedToOne(Sample sample) {
        byte[] labels = sample.labels();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (labels[i] == 0 ? 0 : 1);
        }
    }

    private void check(String mask, boolean[] ids) {
        StringBuilder foreign = new StringBuilder();
        boolean labelled = false;
        for (int id = 0; id < ModelSpec.IGNORE; id++) {
            labelled |= ids[id];
            if (ids[id] && id >= classes) {
                foreign.append(foreign.length() == 0 ? "" : ", ").append(id);
            }
        }
        if (!labelled) {
            problems.add(mask + ": every pixel is 255, which means unlabelled.");
        }
        if (foreign.length() > 0) {
            problems.add(mask + ": it holds " + foreign + ", but the " + classes + " classes are 0 to " + (classes - 1)
                    + " (255 means unlabelled).");
        }
    }

    private void noteGaps(int max) {
        StringBuilder gaps = new StringBuilder();
        for (int id = 0; id < classes; id++) {
            if (!seen[id]) {
                gaps.append(gaps.length() == 0 ? "" : ", ").append(id);
            }
        }
        if (gaps.length() > 0 && max > 0) {
            notes.add("No pixel of any mask has class " + gaps + "; the classes are 0 to " + (classes - 1) + ".");
        }
    }
}
