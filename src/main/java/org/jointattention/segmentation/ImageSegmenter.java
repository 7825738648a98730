package org.jointattention.segmentation;

import ij.ImagePlus;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jointattention.files.CancelledException;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.LabelImages;
import org.jointattention.image.LabelNames;
import org.jointattention.image.LabelPlane;
import org.jointattention.image.Overlays;
import org.jointattention.image.ProbabilityImages;
import org.jointattention.image.RowSink;
import org.jointattention.model.LabelClass;

/** Segments ImageJ images: every slice of every frame by itself. */
public final class ImageSegmenter {
    private static final double OPACITY = 0.3;

    private final Segmenter segmenter;

    public ImageSegmenter(Segmenter segmenter) {
        this.segmenter = Objects.requireNonNull(segmenter);
    }

    /**
     * Segments all planes.
     *
     * @param outputs what to make
     * @param progress counts the tiles of all planes
     * @return an image for each output asked for, as large as the source and with its slices and frames
     * @throws org.jointattention.image.ImageException if the image does not have the model's channels
     * @throws CancelledException if the progress says so
     */
    public Map<Output, ImagePlus> segment(ImagePlus image, Set<Output> outputs, Progress progress) {
        Map<Output, ImagePlus> results = new EnumMap<>(Output.class);
        segment(image, outputs, progress, results::put);
        return results;
    }

    /**
     * As {@link #segment(ImagePlus, Set, Progress)}, but gives each result away as soon as it is ready, the labels
     * first: what is made later, or fails, does not touch it.
     *
     * @param results is told of each output asked for, once
     * @return the most probable class of each pixel, a plane for each slice of each frame
     */
    public List<LabelPlane> segment(
            ImagePlus image, Set<Output> outputs, Progress progress, BiConsumer<Output, ImagePlus> results) {
        return run(new Run(image, progress, false), outputs, results);
    }

    /**
     * Segments all planes, or as far as the progress lets it: the rest is 0 then, and titles end with {@code
     * (cancelled)}.
     *
     * @throws org.jointattention.image.ImageException if the image does not have the model's channels
     * @throws CancelledException if nothing is done yet when the progress ends it
     */
    public SegmentedImage segmentUntilCancelled(ImagePlus image, Set<Output> outputs, Progress progress) {
        Map<Output, ImagePlus> images = new EnumMap<>(Output.class);
        Run run = new Run(image, progress, true);
        List<LabelPlane> labels = run(run, outputs, images::put);
        return new SegmentedImage(images, labels, !run.cancelled);
    }

    private static List<LabelPlane> run(Run run, Set<Output> outputs, BiConsumer<Output, ImagePlus> results) {
        Optional<ImagePlus> probabilities = Optional.empty();
        if (outputs.contains(Output.PROBABILITIES)) {
            probabilities = Optional.of(run.probabilities());
        } else {
            run.labelsOnly();
        }
        if (outputs.contains(Output.LABELS)) {
            results.accept(Output.LABELS, run.labels());
        }
        probabilities.ifPresent(image32 -> results.accept(Output.PROBABILITIES, image32));
        if (outputs.contains(Output.OVERLAY)) {
            results.accept(Output.OVERLAY, run.overlay());
        }
        return run.labels;
    }

    /** The picture of the first plane with its labels. */
    ImagePlus overlay(ImagePlus image, LabelPlane labels) {
        return Overlays.overlay(image, labels, classes(), OPACITY);
    }

    Segmenter segmenter() {
        return segmenter;
    }

    /** The model's classes; the background is the first. */
    public List<LabelClass> classes() {
        return segmenter.spec().classes();
    }

    /** How the axes of an image are understood, as in {@link ImagePlanes#mapping}. */
    public String mapping(ImagePlus image) {
        return ImagePlanes.of(image, segmenter.spec()).mapping();
    }

    /** The results of one image while they grow. */
    private final class Run {
        private final ImagePlus image;
        private final ImagePlanes planes;
        private final Progress progress;
        private final boolean keepsWhatIsDone;
        private final List<LabelPlane> labels = new ArrayList<>();
        private boolean begun;
        private boolean cancelled;

        Run(ImagePlus image, Progress progress, boolean keepsWhatIsDone) {
            this.image = image;
            this.planes = ImagePlanes.of(image, segmenter.spec());
            this.progress = progress;
            this.keepsWhatIsDone = keepsWhatIsDone;
        }

        void labelsOnly() {
            for (int i = 0; i < planes.count(); i++) {
                LabelRows rows = labelRows();
                segment(i, rows);
                labels.add(rows.plane());
            }
        }

        /** Segments each plane when the image under construction asks for it: only one is kept twice. */
        ImagePlus probabilities() {
            ImagePlus result = ProbabilityImages.of("", image, onDemand(), classes());
            result.setTitle(title(Output.PROBABILITIES)); // known now: whether it is complete
            return result;
        }

        private FloatPlane probabilities(int index) {
            ProbabilityRows rows = new ProbabilityRows(
                    planes.width(), planes.height(), classes().size());
            LabelRows labelRows = labelRows();
            segment(index, (y, values) -> {
                rows.row(y, values);
                labelRows.row(y, values);
            });
            labels.add(labelRows.plane());
            return rows.plane();
        }

        private void segment(int index, RowSink sink) {
            if (cancelled) {
                return;
            }
            try {
                segmenter.segment(
                        planes.plane(index), noticed(sink), new PlaneProgress(progress, index, planes.count()));
            } catch (CancelledException e) {
                if (!keepsWhatIsDone || !begun) {
                    throw e;
                }
                cancelled = true;
            }
        }

        private RowSink noticed(RowSink sink) {
            return (y, values) -> {
                begun = true;
                sink.row(y, values);
            };
        }

        private LabelRows labelRows() {
            return new LabelRows(planes.width(), planes.height());
        }

        /** Its pixels are the arrays of the labels, a byte a pixel. */
        ImagePlus labels() {
            return LabelImages.of(title(Output.LABELS), image, labels, classes());
        }

        ImagePlus overlay() {
            return ImageSegmenter.this.overlay(image, labels.get(0));
        }

        private List<FloatPlane> onDemand() {
            return new AbstractList<FloatPlane>() {
                @Override
                public FloatPlane get(int index) {
                    return probabilities(index);
                }

                @Override
                public int size() {
                    return planes.count();
                }
            };
        }

        private String title(Output output) {
            return LabelNames.title(image, "_" + output.label() + (cancelled ? " (cancelled)" : ""));
        }
    }
}
