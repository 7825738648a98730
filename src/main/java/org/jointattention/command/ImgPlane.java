package org.jointattention.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.converter.RealFloatConverter;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.image.FloatPlane;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.LabelRows;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.ProbabilityRows;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.SegmentationException;
import org.jointattention.segmentation.Segmenter;

/** An ImgLib2 image as one plane for a model, and what it becomes. */
final class ImgPlane {
    private final RandomAccessibleInterval<FloatType> pixels;
    private LabelRows labels;
    private ProbabilityRows probabilities;

    private ImgPlane(RandomAccessibleInterval<FloatType> pixels) {
        this.pixels = pixels;
    }

    /**
     * @param image axes x, y or x, y, channel
     * @throws SegmentationException if it has other axes, or not as many channels as the model
     */
    static ImgPlane of(RandomAccessibleInterval<? extends RealType<?>> image, ModelSpec spec) {
        int channels = spec.channels();
        Object type = image.getType();
        if (!(type instanceof RealType)) {
            throw new SegmentationException("The pixels are of type "
                    + type.getClass().getSimpleName() + ", but numbers are needed. Of ARGB pixels, take the channels"
                    + " with Converters.argbChannels(image, 1, 2, 3).");
        }
        int axes = image.numDimensions();
        long given = axes == 2 ? 1 : axes == 3 ? image.dimension(2) : 0;
        if (given != channels) {
            throw new SegmentationException("The image has the size "
                    + Arrays.toString(image.dimensionsAsLongArray()) + ", but the model needs the axes x, y"
                    + (channels == 1 ? ", or x, y and 1 channel" : " and " + channels + " channels")
                    + (spec.slices() == 1
                            ? ""
                            : ", those of " + spec.slices() + " neighbouring slices, the lowest first")
                    + ". Pass one slice of one frame at a time, with its channels last (Views.hyperSlice,"
                    + " Views.moveAxis).");
        }
        RandomAccessibleInterval<FloatType> floats = asFloat(image);
        return new ImgPlane(Views.zeroMin(axes == 2 ? Views.addDimension(floats, 0, 0) : floats));
    }

    /** The caller has seen that it holds real numbers. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RandomAccessibleInterval<FloatType> asFloat(RandomAccessibleInterval<?> image) {
        return Converters.convert((RandomAccessibleInterval) image, new RealFloatConverter(), new FloatType());
    }

    int width() {
        return Math.toIntExact(pixels.dimension(0));
    }

    int height() {
        return Math.toIntExact(pixels.dimension(1));
    }

    void segment(Segmenter segmenter, Set<Output> outputs, Progress progress) {
        int classes = segmenter.spec().classes().size();
        if (outputs.contains(Output.LABELS)) {
            labels = new LabelRows(width(), height());
        }
        if (outputs.contains(Output.PROBABILITIES)) {
            probabilities = new ProbabilityRows(width(), height(), classes);
        }
        segmenter.segment(pixels, this::row, progress);
    }

    private void row(int y, float[] values) {
        if (labels != null) {
            labels.row(y, values);
        }
        if (probabilities != null) {
            probabilities.row(y, values);
        }
    }

    /** Axes x, y; empty unless asked for. */
    Optional<Img<UnsignedByteType>> labels() {
        return Optional.ofNullable(labels).map(rows -> ArrayImgs.unsignedBytes(rows.labels(), width(), height()));
    }

    /** Axes x, y, class; empty unless asked for. */
    Optional<Img<FloatType>> probabilities() {
        return Optional.ofNullable(probabilities).map(ProbabilityRows::plane).map(ImgPlane::img);
    }

    private static Img<FloatType> img(FloatPlane plane) {
        return ImgView.wrap(plane.view());
    }
}
