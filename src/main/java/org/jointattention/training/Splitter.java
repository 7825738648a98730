package org.jointattention.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointattention.model.ModelSpec;

/**
 * Splits a data set by whole files as far as that gives the wanted share: at random, but the last ones in a row where
 * neighbouring files are like sections of a stack.
 */
final class Splitter {
    private static final int ATTEMPTS = 20;

    private final DataSet data;
    private final int target;
    private final Map<Sample, BitSet> classesOf = new IdentityHashMap<>();

    Splitter(DataSet data, double fraction) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("The validation fraction is " + fraction + "; it must be 0 to below 1.");
        }
        this.data = data;
        int samples = data.samples().size();
        long wanted = fraction == 0 ? 0 : Math.max(1, Math.round(fraction * samples));
        this.target = (int) Math.max(0, Math.min(samples - 1L, wanted));
        data.samples().forEach(sample -> classesOf.put(sample, labels(sample)));
    }

    Split split(long seed) {
        return serial().orElseGet(() -> random(seed));
    }

    /** The last files of a folder of sections, if there are such and the others show all classes. */
    private Optional<Split> serial() {
        List<List<Sample>> files = data.files();
        if (target == 0 || files.stream().anyMatch(file -> file.size() != 1)) {
            return Optional.empty();
        }
        SerialOrder order = new SerialOrder(data.samples());
        List<List<Sample>> train = files.subList(0, files.size() - target);
        if (!order.isSerial() || !classes(train).equals(classes(files))) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>(data.notes());
        notes.add("The images are like sections of a stack (" + order + "): the last " + target
                + " are held out for validation, in a row.");
        List<List<Sample>> validation = files.subList(files.size() - target, files.size());
        return Optional.of(new Split(part(train, notes), part(validation, Collections.emptyList())));
    }

    private Split random(long seed) {
        BitSet all = classes(data.files());
        List<List<Sample>> train = new ArrayList<>();
        List<List<Sample>> validation = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            train.clear();
            validation.clear();
            divide(FastRandom.of(seed, attempt), train, validation);
            if (classes(train).equals(all) || target == 0) {
                return new Split(part(train, data.notes()), part(validation, Collections.emptyList()));
            }
        }
        BitSet missing = (BitSet) all.clone();
        missing.andNot(classes(train));
        List<String> notes = new ArrayList<>(data.notes());
        notes.add("The training part has no pixel of class " + missing + ": too few images show it.");
        return new Split(part(train, notes), part(validation, Collections.emptyList()));
    }

    private DataSet part(List<List<Sample>> files, List<String> notes) {
        return new DataSet(files, data.channels(), data.classes(), notes);
    }

    private void divide(FastRandom random, List<List<Sample>> train, List<List<Sample>> validation) {
        List<List<Sample>> files = data.files();
        int[] order = random.permutation(files.size());
        boolean[] chosen = new boolean[files.size()];
        int open = target;
        for (int file : order) {
            if (files.get(file).size() <= open) {
                chosen[file] = true;
                open -= files.get(file).size();
            }
        }
        // Whole files that leave less than half of the wanted share would make validation too poor.
        int cut = 2 * open > target ? largest(chosen) : -1;
        for (int i = 0; i < files.size(); i++) {
            List<Sample> file = files.get(i);
            int first = chosen[i] ? 0 : i == cut ? file.size() - open : file.size();
            addIfAny(train, file.subList(0, first));
            addIfAny(validation, file.subList(first, file.size()));
        }
    }

    private int largest(boolean[] chosen) {
        return IntStream.range(0, chosen.length)
                .filter(i -> !chosen[i])
                .reduce((a, b) ->
                        data.files().get(b).size() > data.files().get(a).size() ? b : a)
                .orElse(-1);
    }

    private static void addIfAny(List<List<Sample>> files, List<Sample> file) {
        if (!file.isEmpty()) {
            files.add(file);
        }
    }

    private BitSet classes(List<List<Sample>> files) {
        BitSet classes = new BitSet();
        files.forEach(file -> file.forEach(sample -> classes.or(classesOf.get(sample))));
        return classes;
    }

    private static BitSet labels(Sample sample) {
        BitSet labels = new BitSet();
        for (byte label : sample.labels()) {
            labels.set(label & 0xff);
        }
        labels.clear(ModelSpec.IGNORE);
        return labels;
    }
}
