package org.jointattention.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.ImagePlanes;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;

/**
 * Prints how much results differ where tiles meet, for several overlaps, as a table of Markdown. Images without room for two tiles
 * beside each other are left out. A program: {@code SeamTable MODEL TILE MOST FOLDER OVERLAP...}; at most MOST images of the
 * folder are taken.
 */
final class SeamTable {
    private SeamTable() {}

    public static void main(String... arguments) {
        Model model = new ModelStore().resolve(arguments[0]);
        int tile = Integer.parseInt(arguments[1]);
        int[] overlaps = IntStream.range(4, arguments.length)
                .map(i -> Integer.parseInt(arguments[i]))
                .toArray();
        PredictorOptions options = PredictorOptions.tile(tile, tile).withPrecision(Precision.FLOAT32);
        try (Predictor predictor = Engines.classPath().predictor(model.spec(), model.weights(), options)) {
            List<Seams> rows = IntStream.of(overlaps)
                    .mapToObj(overlap -> new Seams(new Segmenter(model.spec(), predictor).withOverlap(overlap), tile))
                    .collect(Collectors.toList());
            List<RandomAccessibleInterval<FloatType>> planes =
                    planes(Path.of(arguments[3]), model, rows, Integer.parseInt(arguments[2]));
            System.out.println(arguments[0] + ", tile " + tile + ", " + planes.size() + " images");
            System.out.println(
                    "| overlap | tiles | seams: mean abs dp | other labels | centres: mean abs dp | other labels |");
            System.out.println("|---|---|---|---|---|---|");
            for (int i = 0; i < overlaps.length; i++) {
                planes.forEach(rows.get(i)::add);
                print(overlaps[i], rows.get(i));
            }
        }
    }

    private static List<RandomAccessibleInterval<FloatType>> planes(
            Path folder, Model model, List<Seams> rows, int most) {
        List<RandomAccessibleInterval<FloatType>> planes = new ArrayList<>();
        for (Path image : ImageFiles.list(folder)) {
            RandomAccessibleInterval<FloatType> plane =
                    ImagePlanes.of(ImageFiles.open(image), model.spec()).plane(0);
            if (planes.size() < most && rows.stream().allMatch(seams -> seams.takes(plane))) {
                planes.add(plane);
            }
        }
        return planes;
    }

    private static void print(int overlap, Seams seams) {
        System.out.printf(
                Locale.ROOT,
                "| %d | %.2f | %.5f | %.3f %% | %.5f | %.3f %% |%n",
                overlap,
                seams.cost(),
                seams.seams().difference(),
                100 * seams.seams().otherLabels(),
                seams.centres().difference(),
                100 * seams.centres().otherLabels());
    }
}
