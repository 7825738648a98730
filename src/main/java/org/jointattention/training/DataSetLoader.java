package org.jointattention.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.LabelPlane;
import org.jointattention.image.NeighbourSlices;
import org.jointattention.model.ModelSpec;

/** Reads all pairs of files and gathers all problems, so that the user can mend them at once. */
final class DataSetLoader {
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<List<Sample>> files = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private boolean sparse;
    private int seen;
    private int blankPages;
    /** The number of slices in a frame of each of the files. */
    private final List<Integer> slices = new ArrayList<>();

    private final List<String> masks = new ArrayList<>();
    private final BitSet values = new BitSet();
    private final List<String> tooLarge = new ArrayList<>();

    DataSet load(Path images, Path maskFolder, DataSetOptions options) {
        FilePairs pairs = new FilePairs(images, maskFolder);
        problems.addAll(pairs.problems());
        notes.addAll(pairs.notes());
        return load(pairs.pairs(), options);
    }

    DataSet load(List<? extends ImagePair> pairs, DataSetOptions options) {
        sparse = !options.isWhiteForeground();
        seen = options.slices();
        pairs.forEach(this::read);
        takeGreyForOneChannel();
        if (seen > 1) {
            addNeighbours();
            leaveOutBlankPages();
        }
        noteBlankPages();
        int channels = checkChannels();
        int classes = 0;
        if (!LabelCensus.marked(values, options).isPresent()) {
            problems.addAll(tooLarge);
        }
        if (!samples.isEmpty()) {
            LabelCensus census = new LabelCensus(masks, samples, values, options);
            problems.addAll(census.problems());
            notes.addAll(census.notes());
            classes = census.classes();
        }
        if (!problems.isEmpty()) {
            throw new DataSetException(problems);
        }
        return new DataSet(files, channels, classes, notes);
    }

    private void read(ImagePair pair) {
        List<FloatPlane> planes = new ArrayList<>();
        List<LabelPlane> labels = new ArrayList<>();
        int[] slicesOfFrame = {1};
        boolean imageRead = attempt(() -> {
            ImagePlanes image = pair.image();
            slicesOfFrame[0] = image.slices();
            for (int i = 0; i < image.count(); i++) {
                planes.add(image.read(i));
            }
        });
        boolean maskRead = attempt(() -> labels.addAll(pair.labels()));
        if (!imageRead || !maskRead) {
            return;
        }
        if (planes.size() != labels.size()) {
            problems.add(pair.maskName() + ": it has " + pages(labels.size()) + ", but " + pair.imageName() + " has "
                    + pages(planes.size()) + ".");
            return;
        }
        List<Sample> file = new ArrayList<>();
        for (int page = 0; page < planes.size(); page++) {
            String suffix = planes.size() == 1 ? "" : ", page " + (page + 1);
            if (seen == 1 && sparse && isBlank(labels.get(page))) {
                blankPages++;
            } else {
                addSample(file, pair, suffix, planes.get(page), labels.get(page));
            }
        }
        if (!file.isEmpty()) {
            files.add(file);
            slices.add(slicesOfFrame[0]);
            if (seen > 1 && slicesOfFrame[0] == 1) {
                problems.add(
                        pair.imageName() + ": it has one slice, but " + seen + " neighbouring ones are to be seen at"
                                + " once. Put the slices of a stack into one multi-page TIFF, or train without neighbours.");
            }
        }
    }

    private static boolean isBlank(LabelPlane labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) != ModelSpec.IGNORE) {
                return false;
            }
        }
        return true;
    }

    private void addNeighbours() {
        samples.clear();
        for (int i = 0; i < files.size(); i++) {
            List<Sample> alone = files.get(i);
            List<Sample> stacked = new ArrayList<>();
            // A page that did not fit is reported; what stands beside it does not matter any more.
            int ofFrame = problems.isEmpty() ? slices.get(i) : alone.size();
            for (int page = 0; page < alone.size(); page++) {
                Sample sample = alone.get(page);
                FloatPlane seenWith = NeighbourSlices.of(k -> alone.get(k).image(), page, ofFrame, seen);
                stacked.add(new Sample(sample.name(), seenWith, sample.labels()));
            }
            files.set(i, stacked);
            samples.addAll(stacked);
        }
    }

    /** Where labels are sparse: as neighbours they have been seen. */
    private void leaveOutBlankPages() {
        if (!sparse) {
            return;
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            if (!isBlank(samples.get(i))) {
                kept.add(masks.get(i));
            }
        }
        blankPages += samples.size() - kept.size();
        masks.clear();
        masks.addAll(kept);
        samples.removeIf(DataSetLoader::isBlank);
        files.replaceAll(
                file -> file.stream().filter(sample -> !isBlank(sample)).collect(Collectors.toList()));
        files.removeIf(List::isEmpty);
    }

    private static boolean isBlank(Sample sample) {
        for (byte label : sample.labels()) {
            if ((label & 0xff) != ModelSpec.IGNORE) {
                return false;
            }
        }
        return true;
    }

    private void noteBlankPages() {
        if (blankPages > 0) {
            notes.add(pages(blankPages) + " without a labelled pixel left out.");
        }
        if (blankPages > 0 && samples.isEmpty() && problems.isEmpty()) {
            problems.add("No pixel of any image is labelled.");
        }
    }

    private void addSample(List<Sample> file, ImagePair pair, String page, FloatPlane image, LabelPlane mask) {
        if (image.width() != mask.width() || image.height() != mask.height()) {
            problems.add(pair.maskName() + page + ": this mask has " + mask.width() + "x" + mask.height()
                    + " pixels, but its image " + pair.imageName() + " has " + image.width() + "x" + image.height()
                    + ".");
            return;
        }
        checkFinite(pair.imageName() + page, image);
        byte[] labels = bytes(pair.maskName() + page, mask);
        Sample sample = new Sample(pair.imageName() + page, image, labels);
        file.add(sample);
        samples.add(sample);
        masks.add(pair.maskName() + page);
    }

    private void checkFinite(String name, FloatPlane image) {
        int count = 0;
        for (float value : image.values()) {
            if (!Float.isFinite(value)) {
                count++;
            }
        }
        if (count > 0) {
            problems.add(name + ": " + count + " values are NaN or infinite; replace them by numbers.");
        }
    }

    /** Ids that fit no class become unlabelled; they are reported, unless there is one such value alone. */
    private byte[] bytes(String name, LabelPlane mask) {
        byte[] labels = new byte[mask.size()];
        int largest = 0;
        for (int i = 0; i < labels.length; i++) {
            int id = mask.get(i);
            values.set(id);
            boolean fits = id <= ModelSpec.IGNORE && id != DataSetOptions.MAX_CLASSES;
            labels[i] = (byte) (fits ? id : ModelSpec.IGNORE);
            largest = Math.max(largest, fits ? 0 : id);
        }
        if (largest > 0) {
            tooLarge.add(name + ": it holds " + largest + "; classes are 0 to 253, and 255 means unlabelled. "
                    + "If the numbers count objects, replace them by class numbers.");
        }
        return labels;
    }

    /** As the segmentation does for a model of one channel. */
    private void takeGreyForOneChannel() {
        if (!GreyColour.isEverywhere(samples)) {
            return;
        }
        files.replaceAll(GreyColour::toGrey);
        samples.clear();
        files.forEach(samples::addAll);
        notes.add("The RGB images are grey, their three channels are equal everywhere; they are used as one channel.");
    }

    private int checkChannels() {
        Map<Integer, Integer> counts = new HashMap<>();
        samples.forEach(sample -> counts.merge(sample.image().channels(), 1, Integer::sum));
        if (counts.isEmpty()) {
            return 0;
        }
        int usual = Collections.max(
                        counts.entrySet(),
                        Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .getKey();
        for (Sample sample : samples) {
            int channels = sample.image().channels();
            if (channels != usual) {
                problems.add(sample.name() + ": it has " + channels + (channels == 1 ? " channel" : " channels")
                        + ", but most images have " + usual + ".");
            }
        }
        return usual;
    }

    private boolean attempt(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (ImageException e) {
            problems.add(e.getMessage());
            return false;
        }
    }

    private static String pages(int number) {
        return number + (number == 1 ? " page" : " pages");
    }
}
