package org.jointattention.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the images and masks of a training lie. Immutable.
 *
 * <pre>{@code
 * Split split = new TrainingFolders(images, masks).load(DataSetOptions.standard(), request);
 * }</pre>
 */
public final class TrainingFolders {
    private final Path images;
    private final Path masks;
    private final Optional<TrainingFolders> validation;

    /** Folders of training images and their masks; a share of them is held out for validation. */
    public TrainingFolders(Path images, Path masks) {
        this(images, masks, Optional.empty());
    }

    private TrainingFolders(Path images, Path masks, Optional<TrainingFolders> validation) {
        this.images = images;
        this.masks = masks;
        this.validation = validation;
    }

    /** Validates on images of their own instead. */
    public TrainingFolders withValidation(Path validationImages, Path validationMasks) {
        return new TrainingFolders(images, masks, Optional.of(new TrainingFolders(validationImages, validationMasks)));
    }

    /**
     * Reads all images and masks.
     *
     * @param request says which share to hold out, and the seed, where there are no validation folders
     * @throws DataSetException that lists all there is to mend, in the validation folders too
     * @throws TrainingException if the headers of the files tell that Java's memory is too small for them
     */
    public Split load(DataSetOptions options, PlanRequest request) {
        return load(options, request, Runtime.getRuntime().maxMemory());
    }

    Split load(DataSetOptions wanted, PlanRequest request, long heap) {
        request.check();
        DataSetOptions options = wanted.withSlices(request.seenSlices());
        heapNeed(request).check(heap);
        if (!validation.isPresent()) {
            return Split.of(DataSet.load(images, masks, options), request);
        }
        List<String> problems = new ArrayList<>();
        Optional<DataSet> train = read("", options, problems);
        DataSetOptions same = options.withClasses(train.map(DataSet::classes).orElse(options.classes()));
        Optional<DataSet> held = validation.get().read("validation: ", same, problems);
        if (train.isPresent() && held.isPresent()) {
            checkChannels(train.get(), held.get(), problems);
        }
        if (!problems.isEmpty()) {
            throw new DataSetException(problems);
        }
        return new Split(train.get(), held.get());
    }

    /** The scale that the plan will derive is not known yet, and does not count. */
    private HeapNeed heapNeed(PlanRequest request) {
        double scale = request.scale().orElse(0.0);
        double held = request.validationFraction().orElse(Planner.VALIDATION);
        HeapNeed need = new HeapNeed(request.seenSlices());
        need.addFiles(new FilePairs(images, masks), scale, validation.isPresent() ? 1 : 1 - held);
        validation.ifPresent(other -> need.addFiles(new FilePairs(other.images, other.masks), scale, 0));
        return need;
    }

    private Optional<DataSet> read(String prefix, DataSetOptions options, List<String> problems) {
        try {
            return Optional.of(DataSet.load(images, masks, options));
        } catch (DataSetException e) {
            e.problems().forEach(problem -> problems.add(prefix + problem));
            return Optional.empty();
        }
    }

    private static void checkChannels(DataSet train, DataSet held, List<String> problems) {
        if (train.channels() != held.channels()) {
            problems.add("validation: its images have " + held.channels() + " channels, but those to train on have "
                    + train.channels() + ".");
        }
    }
}
