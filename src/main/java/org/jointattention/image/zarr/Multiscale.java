package org.jointattention.image.zarr;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.image.ImageException;

/** Reads the attributes of an image of OME-Zarr: axes, resolutions and channels. */
final class Multiscale {
    static final String KEY = "multiscales";
    private static final String OMERO = "omero";
    private static final String CHANNELS = "channels";

    private final Store store;
    private final String path;
    private final Json ome;
    private final Json image;
    private final Axes axes;

    /** @throws ImageException if the group is no image, or has what is not supported */
    Multiscale(Store store, String path, ZarrGroup group) {
        this.store = store;
        this.path = path;
        this.ome = group.ome();
        if (!ome.has(KEY)) {
            throw noImage(group);
        }
        List<Json> images = ome.objects(KEY);
        if (images.isEmpty()) {
            throw ome.unfit(KEY, "a list with an image");
        }
        this.image = images.get(0);
        checkVersion(group.format());
        this.axes = Axes.read(image);
    }

    private ImageException noImage(ZarrGroup group) {
        Json attributes = group.attributes();
        if (ome.has("plate") || ome.has("well")) {
            return ome.refuse("it is a plate or a well of OME-Zarr. Name one of the images in it, such as "
                    + store.name(path) + (ome.has("plate") ? "/A/1/0" : "/0") + ".");
        } else if (attributes.has("bioformats2raw.layout") || ome.has("bioformats2raw.layout")) {
            return ome.refuse("it is a collection of images. Name one of them, such as " + store.name(path) + "/0.");
        }
        return ome.refuse("it has no '" + KEY + "', so it is no image of OME-Zarr. Name the folder of an image.");
    }

    private void checkVersion(ZarrFormat format) {
        String version =
                (format == ZarrFormat.V2 ? image : ome).optionalText("version").orElse(format.omeVersion());
        if (!version.equals(format.omeVersion())) {
            throw ome.unsupported(
                    "version of OME-Zarr", version, ZarrFormat.V2.omeVersion() + " and " + ZarrFormat.V3.omeVersion());
        }
    }

    Axes axes() {
        return axes;
    }

    /** What applies to all levels, after their own transforms. */
    Transform transform() {
        return Transform.read(image, axes.size());
    }

    /** Largest first. */
    List<OmeLevel> levels() {
        List<OmeLevel> levels = new ArrayList<>();
        for (Json dataset : image.objects("datasets")) {
            levels.add(level(dataset));
        }
        if (levels.isEmpty()) {
            throw image.unfit("datasets", "a list with a resolution");
        }
        return levels;
    }

    private OmeLevel level(Json dataset) {
        String name = dataset.text("path");
        if (!Keys.isSafe(name)) {
            throw dataset.unfit("path", "a relative path that does not leave the image");
        }
        ZarrArray array = ZarrArray.open(store, Keys.below(path, name));
        if (array.shape().length != axes.size()) {
            throw dataset.refuse("it declares the axes '" + axes.keys() + "', but its array '" + name + "' has "
                    + array.shape().length + ".");
        }
        return new OmeLevel(array, Transform.read(dataset, axes.size()));
    }

    /** Empty where nothing is said of them. */
    List<OmeChannel> channels() {
        List<OmeChannel> channels = new ArrayList<>();
        if (ome.has(OMERO) && ome.object(OMERO).has(CHANNELS)) {
            ome.object(OMERO).objects(CHANNELS).forEach(channel -> channels.add(OmeChannel.read(channel)));
        }
        return channels;
    }
}
