package org.jointattention.comparison;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jointattention.evaluation.ConfusionCounts;
import org.jointattention.image.ImageFiles;
import org.jointattention.model.LabelClass;
import org.jointattention.training.TrainingProgress;

/** Plans, data and results of small comparisons. */
final class Plans {
    private Plans() {}

    /** A plan with one data set, {@code squares}. */
    static ComparisonPlan plan(Path folder, String... lines) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return new PlanFile(file, folder).read();
    }

    /** Images of bright squares, {@code train} and {@code test}, as a plan's data set {@code squares}. */
    static void squares(Path folder) throws IOException {
        for (String part : new String[] {"train", "test"}) {
            Path place = folder.resolve("squares").resolve(part);
            Files.createDirectories(place.resolve("images"));
            Files.createDirectories(place.resolve("masks"));
            for (int i = 0; i < 4; i++) {
                save(place.resolve("images/im" + i + ".png"), i, 200);
                save(place.resolve("masks/im" + i + ".png"), i, 1);
            }
        }
    }

    private static void save(Path file, int shift, int bright) {
        ImageFiles.savePng(new ImagePlus("square", square(shift, bright)), file);
    }

    private static ByteProcessor square(int shift, int bright) {
        ByteProcessor pixels = new ByteProcessor(36, 30);
        pixels.setColor(bright);
        pixels.setRoi(4 + 3 * shift, 6 + shift, 12, 14);
        pixels.fill();
        pixels.resetRoi();
        return pixels;
    }

    /** Two stacks of three slices, {@code train} and {@code test}, as a plan's data set {@code stacks}. */
    static void stacks(Path folder) throws IOException {
        for (String part : new String[] {"train", "test"}) {
            Path place = folder.resolve("stacks").resolve(part);
            Files.createDirectories(place.resolve("images"));
            Files.createDirectories(place.resolve("masks"));
            for (int i = 0; i < 2; i++) {
                IJ.saveAsTiff(
                        stack(i, 200), place.resolve("images/im" + i + ".tif").toString());
                IJ.saveAsTiff(
                        stack(i, 1), place.resolve("masks/im" + i + ".tif").toString());
            }
        }
    }

    private static ImagePlus stack(int shift, int bright) {
        ImageStack slices = new ImageStack(36, 30);
        for (int z = 0; z < 3; z++) {
            slices.addSlice(square(shift + z, bright));
        }
        return new ImagePlus("squares", slices);
    }

    /** A result with the given Dice for each image; the other metrics follow from it. */
    static CellResult result(String data, String attention, long seed, double... dice) {
        Map<String, String> figures = new TreeMap<>(Map.of(CellFigures.PARAMETERS, "1000", CellFigures.DEVICE, "CPU"));
        List<CellScore> scores = new java.util.ArrayList<>();
        for (int i = 0; i < dice.length; i++) {
            scores.add(score("im" + i, dice[i]));
        }
        return new CellResult(new Cell(data, "denseunet", attention, seed), new CellFigures(figures), scores);
    }

    /** A result of one image whose validation is known. */
    static CellResult validated(String data, String attention, long seed, double dice) {
        CellResult result = result(data, attention, seed, dice);
        Map<String, String> figures = new TreeMap<>(result.figures().values());
        figures.put(CellFigures.VALIDATION_DICE, Double.toString(dice));
        return new CellResult(result.cell(), new CellFigures(figures), result.scores());
    }

    static CellScore score(String image, double dice) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("dice", dice);
        values.put("boundary_f1_2px", dice - 0.1);
        values.put("hd95_px", 20 * (1 - dice));
        values.put("assd_px", 4 * (1 - dice));
        values.put("far_fp_20px", 0.001);
        return new CellScore(image, 1, 1, new ConfusionCounts(10, 1, 1, 100), values);
    }

    /** Hears what happens, and stops after some steps. */
    static class Listener implements ComparisonListener {
        final List<String> heard = new java.util.ArrayList<>();
        private final long steps;
        private long seen;

        /** @param steps after which it stops; 0 for never */
        Listener(long steps) {
            this.steps = steps;
        }

        @Override
        public void began(Cell cell, int number, int all) {
            heard.add("began " + cell.attention() + " " + cell.seed() + " " + number + "/" + all);
        }

        @Override
        public void network(String description, List<LabelClass> classes, OptionalInt length) {
            heard.add(description);
        }

        @Override
        public void progress(TrainingProgress progress, double secondsLeft) {
            seen = progress.step();
        }

        @Override
        public void ended(CellResult result, int finished, int all, double secondsLeft) {
            heard.add("ended " + result.cell().attention() + " " + finished + "/" + all);
        }

        @Override
        public void failed(Cell cell, Throwable failure) {
            heard.add("failed " + cell.attention() + ": " + failure.getMessage());
        }

        @Override
        public void note(String message) {
            heard.add("note " + message);
        }

        @Override
        public boolean stopped() {
            return steps > 0 && seen >= steps;
        }
    }
}
