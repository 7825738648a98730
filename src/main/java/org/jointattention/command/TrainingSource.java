package org.jointattention.command;

import ij.ImagePlus;
import ij.gui.Roi;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointattention.image.RoiClasses;
import org.jointattention.image.RoiKey;
import org.jointattention.image.RoiLabels;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelSpec;
import org.jointattention.training.ClassList;
import org.jointattention.training.DataSetOptions;
import org.jointattention.training.LabelledImages;
import org.jointattention.training.PlanRequest;
import org.jointattention.training.Split;
import org.jointattention.training.TrainingFolders;

/** What a training learns from: images with labels, their classes, and a name. */
abstract class TrainingSource {
    static final String FOLDERS = "Folders";
    static final String OPEN_IMAGES = "Open images";
    static final String ROIS = "ROIs";

    /** The names of the classes, where they are known before the images are read. */
    abstract Optional<List<String>> classNames();

    /** Reads all images and holds out the share that the request says. */
    abstract Split load(PlanRequest request);

    /** Of the folder or the image, for a model that has no name yet. */
    abstract String name();

    /** What should be said of how the labels were found; sentences. */
    List<String> notes() {
        return List.of();
    }

    /** @param classes number or names, blank to find them */
    static TrainingSource folders(File images, File masks, String classes) {
        requireFolder("images", images);
        requireFolder("masks", masks);
        return new Labelled(classes) {
            @Override
            Split load(DataSetOptions options, PlanRequest request) {
                return new TrainingFolders(images.toPath(), masks.toPath()).load(options, request);
            }

            @Override
            String name() {
                return images.getName();
            }
        };
    }

    private static void requireFolder(String what, File folder) {
        String hint = "Choose the folder of " + what + " (or one file), or another source.";
        ChosenFile.requireThere("folder of " + what, folder, hint);
    }

    /**
     * @param picture title of an image, or {@link OpenImages#ALL}
     * @param truth title of its label image, or {@link OpenImages#BY_TITLE}
     */
    static TrainingSource openImages(String picture, String truth, String classes) {
        OpenImages open = new OpenImages();
        open.requireAny();
        Map<ImagePlus, ImagePlus> pairs = new LinkedHashMap<>();
        if (picture.equals(OpenImages.ALL)) {
            pairs.putAll(open.pairs());
        } else {
            ImagePlus image = open.get(picture);
            pairs.put(image, truth.equals(OpenImages.BY_TITLE) ? open.requireLabelsOf(image) : open.get(truth));
        }
        return new Labelled(classes) {
            @Override
            Split load(DataSetOptions options, PlanRequest request) {
                LabelledImages images = new LabelledImages();
                for (Map.Entry<ImagePlus, ImagePlus> pair : pairs.entrySet()) {
                    images = images.with(pair.getKey(), pair.getValue());
                }
                return images.load(options, request);
            }

            @Override
            String name() {
                return pairs.keySet().iterator().next().getShortTitle();
            }
        };
    }

    /**
     * Pixels without a ROI are unlabelled.
     *
     * @param picture title of an image, or {@link OpenImages#ALL} for all with ROIs in their overlay
     */
    static TrainingSource rois(String picture, RoiOrigin origin, RoiKey key, String classes) {
        OpenImages open = new OpenImages();
        open.requireAny();
        Map<ImagePlus, List<Roi>> drawn = new LinkedHashMap<>();
        if (!picture.equals(OpenImages.ALL)) {
            drawn.put(open.get(picture), origin.require(open.get(picture)));
        } else if (!origin.isManager()) {
            open.all().forEach(image -> drawn.put(image, origin.rois(image)));
            drawn.values().removeIf(List::isEmpty);
        } else if (open.all().size() == 1) {
            drawn.put(open.all().get(0), origin.require(open.all().get(0)));
        } else {
            throw new CommandException("Several images are open, and the ROI Manager's ROIs belong to one: choose it.");
        }
        if (drawn.isEmpty()) {
            throw new CommandException("No open image has ROIs in its overlay. Draw some and add each with Ctrl-B.");
        }
        return new Drawn(drawn, key, classes);
    }

    /** Images with labels, classes by number or by name. */
    private abstract static class Labelled extends TrainingSource {
        private final Optional<ClassList> classes;

        Labelled(String classes) {
            this.classes = classes.trim().isEmpty() ? Optional.empty() : Optional.of(ClassList.parse(classes));
        }

        abstract Split load(DataSetOptions options, PlanRequest request);

        @Override
        Split load(PlanRequest request) {
            return load(classes.map(ClassList::dataSetOptions).orElseGet(DataSetOptions::standard), request);
        }

        @Override
        Optional<List<String>> classNames() {
            return classes.flatMap(ClassList::names);
        }
    }

    /** Images with ROIs; classes by what the ROIs show. */
    private static final class Drawn extends TrainingSource {
        private final RoiClasses classes;
        private final List<String> notes = new ArrayList<>();
        private final String name;
        private LabelledImages images = new LabelledImages();

        Drawn(Map<ImagePlus, List<Roi>> drawn, RoiKey key, String list) {
            List<Roi> all = drawn.values().stream().flatMap(List::stream).collect(Collectors.toList());
            classes = RoiClasses.of(all, key, list);
            name = drawn.keySet().iterator().next().getShortTitle();
            drawn.forEach(this::draw);
        }

        private void draw(ImagePlus image, List<Roi> rois) {
            RoiLabels labels = RoiLabels.of(image, rois, classes, ModelSpec.IGNORE);
            notes.addAll(labels.notes());
            images = images.with(image, labels.planes(), "ROIs of " + image.getTitle());
        }

        @Override
        Optional<List<String>> classNames() {
            return Optional.of(classes.classes().stream().map(LabelClass::name).collect(Collectors.toList()));
        }

        @Override
        Split load(PlanRequest request) {
            DataSetOptions options = DataSetOptions.standard().withWhiteUnlabelled();
            int count = classes.classes().size();
            return images.load(count < 2 ? options : options.withClasses(count), request);
        }

        @Override
        String name() {
            return name;
        }

        @Override
        List<String> notes() {
            return notes;
        }
    }
}
