package org.jointattention.image.zarr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.converter.RealFloatConverter;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ImageException;

/** An image of OME-Zarr, whose pixels are read when they are asked for. Safe for use by several threads. */
public final class OmeZarrImage {
    private final Store store;
    private final String path;
    private final ZarrFormat format;
    private final Axes axes;
    private final Transform transform;
    private final List<OmeLevel> levels;
    private final List<OmeChannel> channels;
    private final ChunkCache cache;

    private OmeZarrImage(Store store, String path, ZarrGroup group, ChunkCache cache) {
        Multiscale multiscale = new Multiscale(store, path, group);
        this.store = store;
        this.path = path;
        this.format = group.format();
        this.axes = multiscale.axes();
        this.transform = multiscale.transform();
        this.levels = List.copyOf(multiscale.levels());
        this.channels = List.copyOf(multiscale.channels());
        this.cache = cache;
    }

    private OmeZarrImage(Store store, String path, ZarrArray array, Axes axes, ChunkCache cache) {
        this.store = store;
        this.path = path;
        this.format = array.format();
        this.axes = axes;
        this.transform = Transform.identity(axes.size());
        this.levels = List.of(new OmeLevel(array, transform));
        this.channels = List.of();
        this.cache = cache;
    }

    /** Whether a folder is one of Zarr, and not one of image files. */
    public static boolean isIn(Path folder) {
        return Stream.of(MetadataV3.FILE, MetadataV2.FILE, ZarrGroup.V2_FILE)
                .anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }

    /** Whether a folder says that it is an image of OME-Zarr, as one does that was written to its end. */
    public static boolean isComplete(Path folder) {
        return ZarrGroup.find(new FolderStore(folder), "")
                .filter(group -> group.ome().has(Multiscale.KEY))
                .isPresent();
    }

    /**
     * Opens the image in a folder.
     *
     * @throws ImageException if there is none, or it has something that is not supported: the message names it
     */
    public static OmeZarrImage open(Path folder, ChunkCache cache) {
        return open(new FolderStore(folder), "", cache);
    }

    /**
     * Opens an image in a store.
     *
     * @param path of its group in the store; empty for the store itself
     * @throws ImageException if there is none, or it has something that is not supported: the message names it
     */
    public static OmeZarrImage open(Store store, String path, ChunkCache cache) {
        Optional<ZarrGroup> group = ZarrGroup.find(store, path);
        if (group.isPresent()) {
            return new OmeZarrImage(store, path, group.get(), cache);
        }
        String name = store.name(path);
        if (ZarrArray.find(store, path).isPresent()) {
            throw new ImageException(name + " is a Zarr array without the axes and resolutions of OME-Zarr. Name the"
                    + " folder of the image that it is in, or say what its axes are, such as tczyx or zyx.");
        }
        throw new ImageException(name + " is no OME-Zarr: neither zarr.json nor .zgroup is there."
                + " Name the folder of an image, which often ends in .zarr.");
    }

    /**
     * Opens an array that says nothing of its axes, as an image of one resolution with pixels of size 1.
     *
     * @throws ImageException if there is none, it has other than these axes, or something that is not supported
     */
    public static OmeZarrImage openArray(Store store, String path, Axes axes, ChunkCache cache) {
        ZarrArray array = ZarrArray.open(store, path);
        if (array.shape().length != axes.size()) {
            throw new ImageException("The array " + array.name() + " has " + array.shape().length + " axes, but '"
                    + axes.keys() + "' was given. Give a letter for each, slowest first.");
        }
        return new OmeZarrImage(store, path, array, axes, cache);
    }

    public String name() {
        return store.name(path);
    }

    public ZarrFormat format() {
        return format;
    }

    /** Slowest first. */
    public Axes axes() {
        return axes;
    }

    /** Largest first. */
    public List<OmeLevel> levels() {
        return levels;
    }

    /** Names and colours of the channels; empty where nothing is said of them. */
    public List<OmeChannel> channels() {
        return channels;
    }

    /** Pixel size and position of a level, in the units of the axes. */
    public Transform transform(int level) {
        return levels.get(level).transform().then(transform);
    }

    /** Pixels along an axis; 1 if there is no such axis. */
    public long size(int level, char axis) {
        int index = axes.index(axis);
        return index < 0 ? 1 : levels.get(level).array().shape()[index];
    }

    /** All pixels of a level in the type that is stored, fastest axis first: x, y and those of z, c and t that there are. */
    public RandomAccessibleInterval<? extends RealType<?>> view(int level) {
        return LazyImages.of(levels.get(level).array(), cache);
    }

    /**
     * One plane with all its channels.
     *
     * @param frame from 0
     * @param slice from 0
     * @return axes x, y, channel
     * @throws IndexOutOfBoundsException if there is no such plane
     */
    public RandomAccessibleInterval<FloatType> plane(int level, long frame, long slice) {
        check(level, 't', frame);
        check(level, 'z', slice);
        return plane(asFloat(view(level)), frame, slice);
    }

    private void check(int level, char axis, long position) {
        if (position < 0 || position >= size(level, axis)) {
            throw new IndexOutOfBoundsException("There is no position " + position + " on the axis " + axis + " of "
                    + name() + ", which has " + size(level, axis) + ".");
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RandomAccessibleInterval<FloatType> asFloat(RandomAccessibleInterval<?> image) {
        if (image.getType() instanceof FloatType) {
            return (RandomAccessibleInterval<FloatType>) image;
        }
        return Converters.convert((RandomAccessibleInterval) image, new RealFloatConverter<>(), new FloatType());
    }

    /** The slowest axes come off first, so that the places of the others stay. */
    private RandomAccessibleInterval<FloatType> plane(
            RandomAccessibleInterval<FloatType> image, long frame, long slice) {
        RandomAccessibleInterval<FloatType> plane = image;
        String keys = new StringBuilder(axes.keys()).reverse().toString();
        for (int i = keys.length() - 1; i >= 2; i--) {
            if (keys.charAt(i) != 'c') {
                plane = Views.hyperSlice(plane, i, keys.charAt(i) == 't' ? frame : slice);
            }
        }
        return plane.numDimensions() == 2 ? Views.addDimension(plane, 0, 0) : plane;
    }

    /** What labels of a level look like: the level without channels. */
    public LabelFrame labelFrame(int level) {
        int channel = axes.index('c');
        return new LabelFrame(
                axes.without('c'),
                LabelFrame.without(levels.get(level).array().shape(), channel),
                levels.get(level).transform().without(channel),
                transform.without(channel));
    }

    Store store() {
        return store;
    }

    String path() {
        return path;
    }
}
