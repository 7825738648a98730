package org.jointattention.segmentation.zarr;

import java.nio.file.Path;
import java.util.List;
import org.jointattention.image.zarr.Axes;
import org.jointattention.image.zarr.DataType;
import org.jointattention.image.zarr.FolderStore;
import org.jointattention.image.zarr.LabelDescription;
import org.jointattention.image.zarr.LabelFrame;
import org.jointattention.image.zarr.LabelPyramid;
import org.jointattention.image.zarr.LabelStorage;
import org.jointattention.image.zarr.Samples;
import org.jointattention.image.zarr.Transform;
import org.jointattention.image.zarr.ZarrFormat;

/** Images of OME-Zarr for tests. */
public final class ZarrImages {
    private ZarrImages() {}

    /** Writes an image of 16 bits with the axes t, z, y, x whose planes differ; pixels of planes are 0.5 wide. */
    public static void write(Path place, ZarrFormat format, int frames, int slices, int height, int width) {
        Transform transform = new Transform(new double[] {1, 2, 0.5, 0.5}, new double[4]);
        LabelPyramid image = LabelPyramid.separate(
                new FolderStore(place),
                "",
                new LabelFrame(Axes.of("tzyx"), new long[] {frames, slices, height, width}, transform),
                new LabelStorage(format, DataType.UINT16).withChunk(64).withShard(2),
                new LabelDescription(List.of(), null, "pixels"));
        image.missing().forEach(number -> {
            long[] index = image.base().blocks().index(number);
            int[] size = image.base().blocks().size(index);
            short[] values = new short[size[2] * size[3]];
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) ((i * 7919L + number * 104729) % 4093);
            }
            image.base().writeBlock(new Samples(DataType.UINT16, size, values), index);
        });
        image.finish(() -> {});
    }
}
