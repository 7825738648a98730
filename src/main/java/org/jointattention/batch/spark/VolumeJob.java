package org.jointattention.batch.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jointattention.segmentation.zarr.ZarrPlace;

/** What the tasks on an image of OME-Zarr have in common. */
final class VolumeJob implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ModelJob model;
    private final String image;
    private final int level;
    private final ZarrPlace place;
    private final String staging;

    /**
     * @param level resolution of the image
     * @param place of the labels
     * @param staging folder for what goes when the run ends, the same on all machines
     */
    VolumeJob(ModelJob model, String image, int level, ZarrPlace place, String staging) {
        this.model = model;
        this.image = image;
        this.level = level;
        this.place = place;
        this.staging = staging;
    }

    ModelJob model() {
        return model;
    }

    Path image() {
        return Paths.get(image);
    }

    int level() {
        return level;
    }

    ZarrPlace place() {
        return place;
    }

    PlaneStatistics statistics(int planes) {
        return new PlaneStatistics(Paths.get(staging), planes);
    }
}
