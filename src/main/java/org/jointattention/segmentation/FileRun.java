package org.jointattention.segmentation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jointattention.image.ClassArea;
import org.jointattention.image.LabelNames;
import org.jointattention.image.LabelPlane;
import org.jointattention.image.LabelSink;
import org.jointattention.image.LabelTiff;
import org.jointattention.image.ObjectCounter;
import org.jointattention.image.Region;
import org.jointattention.model.LabelClass;

/** The labels of one file, plane by plane and row by row: counted, written where that is wanted, and not kept. */
final class FileRun {
    /** Of Java's memory, for a plane that is made smaller. */
    private static final int PART_FOR_SCALED = 8;

    private final Segmenter segmenter;
    private final FilePlanes planes;
    private final int bandHeight;
    private final Progress progress;
    private final ObjectCounter counter;

    /** Null where the first plane is not wanted. */
    private byte[] first;

    /** @param progress counts the tiles of all planes, or their rows where planes are segmented in several parts */
    FileRun(Segmenter segmenter, FilePlanes planes, Progress progress) {
        this(segmenter, planes, bandHeight(segmenter, planes.width(), planes.height()), progress);
    }

    /** @param bandHeight rows of a plane that are segmented in one go; the result does not depend on it */
    FileRun(Segmenter segmenter, FilePlanes planes, int bandHeight, Progress progress) {
        this.segmenter = segmenter;
        this.planes = planes;
        this.bandHeight = bandHeight;
        this.progress = progress;
        this.counter = new ObjectCounter(classes().size());
    }

    /** All, unless a model makes planes smaller, which is done in memory, and they are large even then. */
    private static int bandHeight(Segmenter segmenter, int width, int height) {
        double scale = segmenter.spec().scale();
        if (scale >= 1) {
            return height;
        }
        double bytesOfRow =
                width * scale * scale * Float.BYTES * segmenter.spec().channels();
        double affordable = Runtime.getRuntime().maxMemory() / PART_FOR_SCALED / bytesOfRow;
        return (int) Math.min(height, Math.max(affordable, 4.0 * segmenter.rowsOfTile()));
    }

    private List<LabelClass> classes() {
        return segmenter.spec().classes();
    }

    /** Has the labels of the first plane kept. */
    void keepFirst() {
        first = new byte[PlaneSize.check(planes.width(), planes.height())];
    }

    /** Segments all planes, and writes their labels. @param info what the file keeps as ImageJ's property Info */
    void write(Path file, String info) {
        String title = LabelNames.title(planes.source(), "_" + Output.LABELS.label());
        LabelTiff labels = new LabelTiff(title, planes.source(), planes.width(), planes.height(), classes());
        labels.setInfo(info);
        labels.write(file, this::segment);
    }

    /** Segments all planes. */
    void count() {
        for (int i = 0; i < planes.count(); i++) {
            segment(i, row -> {});
        }
    }

    private void segment(int index, LabelSink rows) {
        counter.begin();
        int[] next = new int[1];
        LabelStream labels = new LabelStream(planes.width(), row -> {
            counter.add(row);
            if (first != null && index == 0) {
                System.arraycopy(row, 0, first, next[0]++ * row.length, row.length);
            }
            rows.row(row);
        });
        PlaneRegions regions = segmenter.regions(planes.plane(index));
        for (int y = 0; y < planes.height(); y += bandHeight) {
            Region band = new Region(0, y, planes.width(), Math.min(bandHeight, planes.height() - y));
            regions.segment(band, labels, progress(index, band));
        }
    }

    /** Counts the tiles of all planes where each is one band, else rows. */
    private Progress progress(int index, Region band) {
        Progress ofPlane = new PlaneProgress(progress, index, planes.count());
        return band.height() == planes.height()
                ? ofPlane
                : new PartProgress(ofPlane, band.y(), band.height(), planes.height());
    }

    /** What each class but the background takes, over all planes. */
    List<ClassArea> areas() {
        return ClassArea.of(counter, classes());
    }

    /** The labels of the first plane, if they were kept. */
    Optional<LabelPlane> first() {
        return Optional.ofNullable(first).map(labels -> new LabelPlane(planes.width(), planes.height(), labels));
    }
}
