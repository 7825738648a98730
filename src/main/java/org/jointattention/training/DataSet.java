package org.jointattention.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Images with their labels. Knows which samples are pages of one file, so that a split keeps them together. */
public final class DataSet {
    private final List<List<Sample>> files;
    private final int channels;
    private final int classes;
    private final List<String> notes;

    DataSet(List<List<Sample>> files, int channels, int classes, List<String> notes) {
        this.files = files.stream()
                .map(file -> Collections.unmodifiableList(new ArrayList<>(file)))
                .collect(Collectors.toList());
        this.channels = channels;
        this.classes = classes;
        this.notes = Collections.unmodifiableList(new ArrayList<>(notes));
    }

    /**
     * Reads png, tif, tiff, jpg, jpeg, bmp and gif files; JPEG for images only, as it changes labels. The mask of X is named X or, if there is none,
     * X_mask, X_label, X_labels or X_seg; its type may differ from the image's. Each page of a
     * multi-page file is a sample. Masks hold class numbers from 0; 255 means unlabelled. Masks of 0
     * and 255 alone are read as classes 0 and 1. Palette images are RGB; where no image shows colour, RGB counts as one
     * channel.
     *
     * @param images folder of images, or one file
     * @param masks folder of masks, or one file
     * @throws DataSetException that lists all there is to mend
     */
    public static DataSet load(Path images, Path masks, DataSetOptions options) {
        return new DataSetLoader().load(images, masks, options);
    }

    /**
     * Samples that are already in memory, each as if from a file of its own.
     *
     * @throws IllegalArgumentException if there is none, or they differ in their number of channels
     */
    public static DataSet of(List<Sample> samples, int classes) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("A data set needs at least one sample.");
        }
        int channels = samples.get(0).image().channels();
        for (Sample sample : samples) {
            if (sample.image().channels() != channels) {
                throw new IllegalArgumentException(sample.name() + " has "
                        + sample.image().channels() + " channels, but "
                        + samples.get(0).name() + " has " + channels + ".");
            }
        }
        List<List<Sample>> files =
                samples.stream().map(Collections::singletonList).collect(Collectors.toList());
        return new DataSet(files, channels, classes, Collections.emptyList());
    }

    /** All samples, file by file, pages in order; empty only in a part of a split. */
    public List<Sample> samples() {
        return files.stream().flatMap(List::stream).collect(Collectors.toList());
    }

    public int channels() {
        return channels;
    }

    /** Number of classes, background included. */
    public int classes() {
        return classes;
    }

    /** What the user should know of how the data was read; sentences. */
    public List<String> notes() {
        return notes;
    }

    /** The same data set with each sample replaced, for example by a normalised one. */
    public DataSet map(UnaryOperator<Sample> change) {
        List<List<Sample>> changed = files.stream()
                .map(file -> file.stream().map(change).collect(Collectors.toList()))
                .collect(Collectors.toList());
        return new DataSet(changed, channels, classes, notes);
    }

    /**
     * Splits at random, whole files where possible; a file too large for the validation part gives its
     * last pages. Prefers a split whose training part has every class. Two samples or more leave at
     * least one to each part.
     *
     * @param validationFraction share of the samples, 0 (no validation) to below 1
     */
    public Split split(double validationFraction, long seed) {
        return new Splitter(this, validationFraction).split(seed);
    }

    List<List<Sample>> files() {
        return files;
    }
}
