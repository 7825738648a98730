package org.jointattention.segmentation;

import ij.ImagePlus;
import java.nio.file.Paths;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.ImagePlanes;
import org.jointattention.image.TileReader;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;

/** Prints a table of {@link Seams} for several overlaps. A program: {@code SeamReport MODEL IMAGE TILE...} */
final class SeamReport {
    private static final int[] PARTS = {0, 16, 8, 4, 2};

    private SeamReport() {}

    public static void main(String... arguments) {
        Model model = new ModelStore().resolve(arguments[0]);
        ImagePlus image = ImageFiles.open(Paths.get(arguments[1]));
        System.out.println("| tile | overlap | near seams | away | other label near (%) | away (%) |");
        System.out.println("|---|---|---|---|---|---|");
        for (int i = 2; i < arguments.length; i++) {
            int tile = Integer.parseInt(arguments[i]);
            PredictorOptions options = PredictorOptions.tile(tile, tile).withPrecision(Precision.FLOAT32);
            RandomAccessibleInterval<FloatType> plane =
                    mirrored(ImagePlanes.of(image, model.spec()).plane(0), 5 * tile);
            try (Predictor predictor = Engines.classPath().predictor(model.spec(), model.weights(), options)) {
                for (int part : PARTS) {
                    Segmenter segmenter =
                            new Segmenter(model.spec(), predictor).withOverlap(part == 0 ? 0 : tile / part);
                    System.out.println(new Seams(plane, segmenter, tile).measure());
                }
            }
        }
    }

    /** Continued by its mirror image where it is too small. */
    static RandomAccessibleInterval<FloatType> mirrored(RandomAccessibleInterval<FloatType> plane, int least) {
        TileReader reader = new TileReader(plane);
        int width = Math.max(least, reader.width());
        int height = Math.max(least, reader.height());
        float[] values = new float[width * height * reader.channels()];
        reader.read(0, 0, height, width, values);
        return new FloatPlane(width, height, reader.channels(), values).view();
    }
}
