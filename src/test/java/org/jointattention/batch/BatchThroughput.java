package org.jointattention.batch;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.TileGrid;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;

/**
 * Measures a batch against the network alone on as many tiles, in turns, so that what else the machine does slows both: by the
 * clock (the median of the turns), and by the time of the processors. A program: {@code BatchThroughput FOLDER FILES SIZE TILE
 * PRECISION WORKERS...}
 */
final class BatchThroughput {
    private static final int TURN = 20;

    private final Path folder;
    private final int size;
    private final Model model = new ModelStore().resolve("nuclei");

    private BatchThroughput(Path folder, int size) {
        this.folder = folder;
        this.size = size;
    }

    public static void main(String... arguments) throws IOException {
        BatchThroughput run = new BatchThroughput(Paths.get(arguments[0]), Integer.parseInt(arguments[2]));
        List<BatchFile> files = run.files(Integer.parseInt(arguments[1]));
        InferenceSettings settings = InferenceSettings.standard()
                .withTile(OptionalInt.of(Integer.parseInt(arguments[3])))
                .withPrecision(Precision.valueOf(arguments[4].toUpperCase(Locale.ROOT)));
        try (Predictor predictor = Engines.classPath()
                .predictor(
                        run.model.spec(),
                        run.model.weights(),
                        settings.predictor(run.model.spec(), OptionalInt.of(run.size)))) {
            for (int i = 5; i < arguments.length; i++) {
                run.measure(files, predictor, settings, Integer.parseInt(arguments[i]));
            }
        }
    }

    private List<BatchFile> files(int count) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(1);
        List<BatchFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path image = folder.resolve(String.format("%04d.tif", i));
            if (!Files.exists(image)) {
                ImageFiles.saveTiff(new ImagePlus("", nuclei(random)), image);
            }
            files.add(new BatchFile(image, folder.resolve("results")));
        }
        return files;
    }

    private ByteProcessor nuclei(Random random) {
        ByteProcessor pixels = new ByteProcessor(size, size);
        pixels.noise(8);
        for (int i = 0; i < size * size / 2000; i++) {
            pixels.setColor(80 + random.nextInt(150));
            int radius = 6 + random.nextInt(8);
            pixels.fillOval(random.nextInt(size), random.nextInt(size), 2 * radius, 2 * radius);
        }
        return pixels;
    }

    private void measure(List<BatchFile> files, Predictor predictor, InferenceSettings settings, int workers) {
        Segmenter segmenter = settings.segmenter(model.spec(), predictor);
        FileSegmenter toFiles =
                new FileSegmenter(new ImageSegmenter(segmenter), EnumSet.of(Output.LABELS), false, "info");
        BatchJob job = new BatchJob("nuclei", model, settings, toFiles.outputs());
        long tiles = new TileGrid(
                        size,
                        size,
                        predictor.height(),
                        predictor.width(),
                        segmenter.overlap(),
                        model.spec().backbone().stride())
                .count();
        Cost batch = new Cost();
        Cost network = new Cost();
        List<Double> ratios = new ArrayList<>();
        try (ResultFolder results = ResultFolder.open(folder.resolve("results"), job, true)) {
            FileBatch run = new FileBatch(toFiles, BatchOptions.standard().withWorkers(workers))
                    .with(results.manifest(predictor));
            run.run(files.subList(0, TURN), Progress.NONE, new BatchListener() {}); // Java compiles what it runs
            for (int i = 0; i + TURN <= files.size(); i += TURN) {
                List<BatchFile> turn = files.subList(i, i + TURN);
                double alone = network.add(() -> network(predictor, tiles * TURN));
                ratios.add(alone / batch.add(() -> run.run(turn, Progress.NONE, new BatchListener() {})));
            }
        }
        Collections.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "workers %d, %s, %d tiles of %d a file: network %.1f ms a file, batch %.1f; ratio by the clock %.3f, by the"
                        + " processors' time %.3f (%.1f and %.1f ms)%n",
                workers,
                predictor.precision(),
                tiles,
                predictor.width(),
                network.seconds * 1e3 / files.size(),
                batch.seconds * 1e3 / files.size(),
                ratios.get(ratios.size() / 2),
                network.processors / batch.processors,
                network.processors * 1e3 / files.size(),
                batch.processors * 1e3 / files.size());
    }

    /** Of all that was run. */
    private static final class Cost {
        private double seconds;
        private double processors;

        /** @return seconds by the clock */
        double add(Runnable work) {
            double processorsBefore = processors();
            long start = System.nanoTime();
            work.run();
            double clock = (System.nanoTime() - start) / 1e9;
            seconds += clock;
            processors += processors() - processorsBefore;
            return clock;
        }

        private static double processors() {
            return ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElseThrow()
                            .toNanos()
                    / 1e9;
        }
    }

    private static void network(Predictor predictor, long tiles) {
        int pixels = predictor.height() * predictor.width();
        float[] input = new float[pixels * predictor.channels()];
        float[] output = new float[pixels * predictor.classes()];
        Random random = new Random(1);
        for (int i = 0; i < input.length; i++) {
            input[i] = random.nextFloat();
        }
        for (long i = 0; i < tiles; i++) {
            predictor.predict(input, output);
        }
    }
}
