package org.jointattention.segmentation;

import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalInt;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.engine.SerialPredictor;
import org.jointattention.model.ModelSpec;

/**
 * How a network is to run, as users choose it on the command line and in dialogs: what is left open is the model's. Immutable:
 * each {@code with} method returns a changed copy. Values are checked where they meet a model.
 */
public final class InferenceSettings implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Null where it is the model's; an OptionalInt cannot be sent to another computer. */
    private final Integer tile;

    private final Integer overlap;
    private final boolean littleMemory;
    private final Augment augment;
    private final Precision precision;
    private final DeviceChoice device;
    private final int threads;

    private InferenceSettings(
            Integer tile,
            Integer overlap,
            boolean littleMemory,
            Augment augment,
            Precision precision,
            DeviceChoice device,
            int threads) {
        this.tile = tile;
        this.overlap = overlap;
        this.littleMemory = littleMemory;
        this.augment = Objects.requireNonNull(augment);
        this.precision = Objects.requireNonNull(precision);
        this.device = Objects.requireNonNull(device);
        this.threads = threads;
    }

    /** The model's tile and overlap, no augmentation, the best precision and device, all threads. */
    public static InferenceSettings standard() {
        return new InferenceSettings(null, null, false, Augment.NONE, Precision.AUTO, DeviceChoice.AUTO, 0);
    }

    /** @param pixels height and width of a tile; empty for the model's */
    public InferenceSettings withTile(OptionalInt pixels) {
        return new InferenceSettings(boxed(pixels), overlap, littleMemory, augment, precision, device, threads);
    }

    /** @param pixels that neighbouring tiles share; empty for the model's */
    public InferenceSettings withOverlap(OptionalInt pixels) {
        return new InferenceSettings(tile, boxed(pixels), littleMemory, augment, precision, device, threads);
    }

    private static Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    /** @param value whether a small tile is to be taken where none is given */
    public InferenceSettings withLittleMemory(boolean value) {
        return new InferenceSettings(tile, overlap, value, augment, precision, device, threads);
    }

    public InferenceSettings withAugment(Augment value) {
        return new InferenceSettings(tile, overlap, littleMemory, value, precision, device, threads);
    }

    public InferenceSettings withPrecision(Precision value) {
        return new InferenceSettings(tile, overlap, littleMemory, augment, value, device, threads);
    }

    public InferenceSettings withDevice(DeviceChoice value) {
        return new InferenceSettings(tile, overlap, littleMemory, augment, precision, value, threads);
    }

    /** @param number of threads, checked by the front end; 0 for one a processor */
    public InferenceSettings withThreads(int number) {
        return new InferenceSettings(tile, overlap, littleMemory, augment, precision, device, number);
    }

    public Augment augment() {
        return augment;
    }

    /** As asked for: {@link Precision#AUTO} is not decided yet. */
    public Precision precision() {
        return precision;
    }

    /**
     * The tile as given; else the model's, or a small one where memory is short.
     *
     * @throws SegmentationException if it does not fit the model
     */
    public TileChoice tile(ModelSpec spec) {
        TileChoice standard = TileChoice.of(spec);
        if (tile != null) {
            return standard.withSize(tile);
        }
        return littleMemory ? standard.forLittleMemory() : standard;
    }

    /**
     * The same, but no larger than the images need where no tile was given.
     *
     * @param longestSide the largest width or height of all images, if it is known
     * @throws SegmentationException if it does not fit the model
     */
    public TileChoice tile(ModelSpec spec, OptionalInt longestSide) {
        TileChoice affordable = tile(spec);
        return tile == null && longestSide.isPresent() ? affordable.forImages(longestSide.getAsInt()) : affordable;
    }

    /**
     * The longest side of images from which on the tile is as large as for larger ones.
     *
     * @throws SegmentationException if the tile does not fit the model
     */
    public int sideOfWholeTile(ModelSpec spec) {
        return (int) Math.ceil(tile(spec).size() / spec.scale());
    }

    /**
     * Pixels that neighbouring tiles share.
     *
     * @throws SegmentationException if they do not fit the tile
     */
    public int overlap(TileChoice choice) {
        return overlap != null ? choice.overlap(overlap) : choice.overlap();
    }

    /**
     * @param longestSide the largest width or height of all images, if it is known
     * @throws SegmentationException if the tile does not fit the model
     */
    public PredictorOptions predictor(ModelSpec spec, OptionalInt longestSide) {
        int size = tile(spec, longestSide).size();
        return PredictorOptions.tile(size, size)
                .withThreads(threads)
                .withDevice(device)
                .withPrecision(precision);
    }

    /**
     * @param predictor made of {@link #predictor}; several threads that use the segmenter take turns with it
     * @throws SegmentationException if the overlap does not fit the tile
     */
    public Segmenter segmenter(ModelSpec spec, Predictor predictor) {
        TileChoice choice = TileChoice.of(spec).withSize(predictor.width());
        return new Segmenter(spec, new SerialPredictor(predictor))
                .withOverlap(overlap(choice))
                .withAugmentation(augment.augmentation());
    }

    /** Whether a tile was given. */
    public boolean hasTile() {
        return tile != null;
    }

    /** Whether a small tile is to be taken where none is given. */
    public boolean isLittleMemory() {
        return littleMemory;
    }

    /** The number of threads; 0 for one a processor. */
    public int threads() {
        return threads;
    }
}
