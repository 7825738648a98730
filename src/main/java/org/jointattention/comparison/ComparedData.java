package org.jointattention.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jointattention.training.ClassList;
import org.jointattention.training.DataSetOptions;
import org.jointattention.training.TrainingFolders;

/** A data set of a comparison: where its images and masks lie, and how networks are trained on it. */
public final class ComparedData {
    private final String name;
    private final Path folder;
    private final Optional<ClassList> classes;
    private final List<String> excluded;
    private final List<String> attentions;
    private final List<Long> seeds;
    private final TrainingChoices choices;

    /**
     * @param folder with {@code train/images}, {@code train/masks}, {@code test/images} and {@code test/masks}
     * @param excluded names of test images to leave out, without extension
     */
    ComparedData(
            String name,
            Path folder,
            Optional<ClassList> classes,
            List<String> excluded,
            List<String> attentions,
            List<Long> seeds,
            TrainingChoices choices) {
        this.name = name;
        this.folder = folder;
        this.classes = classes;
        this.excluded = List.copyOf(excluded);
        this.attentions = List.copyOf(attentions);
        this.seeds = List.copyOf(seeds);
        this.choices = choices;
    }

    public String name() {
        return name;
    }

    Optional<ClassList> classes() {
        return classes;
    }

    List<String> excluded() {
        return excluded;
    }

    List<String> attentions() {
        return attentions;
    }

    List<Long> seeds() {
        return seeds;
    }

    TrainingChoices choices() {
        return choices;
    }

    /** The classes in words. */
    String classNames() {
        return classes.map(ClassList::toString).orElse("those of the masks");
    }

    /** Of all images and masks. */
    DataChecksum checksum() {
        return new DataChecksum(List.of(trainImages(), trainMasks(), testImages(), testMasks()));
    }

    TrainingFolders train() {
        return new TrainingFolders(trainImages(), trainMasks());
    }

    private Path trainImages() {
        return folder.resolve("train/images");
    }

    private Path trainMasks() {
        return folder.resolve("train/masks");
    }

    DataSetOptions options() {
        return classes.map(ClassList::dataSetOptions).orElseGet(DataSetOptions::standard);
    }

    Path testImages() {
        return folder.resolve("test/images");
    }

    Path testMasks() {
        return folder.resolve("test/masks");
    }
}
