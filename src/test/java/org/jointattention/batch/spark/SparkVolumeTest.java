package org.jointattention.batch.spark;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.files.CancelledException;
import org.jointattention.files.CsvFile;
import org.jointattention.image.ImageException;
import org.jointattention.image.zarr.ZarrFormat;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.ModelRun;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.zarr.ZarrImages;
import org.jointattention.segmentation.zarr.ZarrPlace;
import org.jointattention.segmentation.zarr.ZarrSegmenter;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Real Spark, TensorFlow and a bundled model, on an image of OME-Zarr with two parts in each of its planes. */
public class SparkVolumeTest {
    @ClassRule
    public static final LocalSpark SPARK = new LocalSpark();

    private static final String MODEL = "nuclei";
    private static final InferenceSettings SETTINGS = InferenceSettings.standard()
            .withTile(OptionalInt.of(64))
            .withOverlap(OptionalInt.of(16))
            .withPrecision(Precision.FLOAT32);
    private static final int SLICES = 3;
    private static final int PARTS = 2 * SLICES;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path image;
    private Path out;
    private Path labels;
    private Path plain;

    @Before
    public void folders() {
        Path root = temporary.getRoot().toPath();
        image = root.resolve("cells.ome.zarr");
        out = root.resolve("out");
        labels = out.resolve("cells_labels.ome.zarr");
        plain = root.resolve("plain.zarr");
    }

    private void write(ZarrFormat format) {
        ZarrImages.write(image, format, 1, SLICES, 40, 2100);
    }

    private SparkRequest request() {
        return SparkRequest.of(image.toString(), out.toString(), MODEL).withSettings(SETTINGS);
    }

    private static RunCounts run(SparkRequest request, List<String> told) throws IOException {
        return new SparkBatch(SPARK.context()).run(request, new RunListener() {
            @Override
            public void step(String name, long count) {
                told.add(count + " " + name);
            }

            @Override
            public void planned(long items, int itemsPerTask, long jobs, int tile) {
                told.add(items + " parts");
            }

            @Override
            public void failed(String item, String reason) {
                told.add(item + ": " + reason);
            }

            @Override
            public void progress(long done, long items) {
                assertTrue(done <= items);
            }
        });
    }

    private static RunCounts run(SparkRequest request) throws IOException {
        return run(request, new ArrayList<>());
    }

    /** What the program does without a cluster. */
    private void plain(Path place, Progress progress) {
        Model model = new ModelStore().resolve(MODEL);
        ModelRun run = new ModelRun(MODEL, model);
        try (Predictor predictor =
                run.predictor(Engines.classPath(), SETTINGS.predictor(model.spec(), OptionalInt.empty()))) {
            Segmenter segmenter = SETTINGS.segmenter(model.spec(), predictor);
            String info = run.info(predictor, segmenter.overlap());
            new ZarrSegmenter(segmenter, model.weightsSha256().orElseThrow(), info)
                    .segment(image, ZarrPlace.at(place), progress);
        }
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(), file -> file, (a, b) -> a, TreeMap::new));
        }
    }

    private static Map<String, FileTime> times(Path folder) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (Map.Entry<String, Path> file : files(folder).entrySet()) {
            times.put(file.getKey(), Files.getLastModifiedTime(file.getValue()));
        }
        return times;
    }

    private static boolean isChunk(String file) {
        return !file.endsWith(".json") && !file.contains(".z");
    }

    private static void assertSame(Path expected, Path found) throws IOException {
        Map<String, Path> files = files(found);
        assertEquals(files(expected).keySet(), files.keySet());
        for (Map.Entry<String, Path> file : files(expected).entrySet()) {
            assertArrayEquals(
                    file.getKey(), Files.readAllBytes(file.getValue()), Files.readAllBytes(files.get(file.getKey())));
        }
    }

    private List<String> column(int index) {
        List<List<String>> table = new CsvFile(out.resolve("summary.csv")).read();
        return table.subList(1, table.size()).stream()
                .map(row -> row.get(index))
                .collect(Collectors.toList());
    }

    @Test
    public void allFilesAreThoseOfThePlainProgram() throws IOException {
        for (ZarrFormat format : ZarrFormat.values()) {
            temporary.delete();
            temporary.create();
            folders();
            write(format);
            plain(plain, Progress.NONE);
            List<String> told = new ArrayList<>();
            RunCounts counts = run(request().withFilesPerTask(OptionalInt.of(1)), told);
            assertEquals(PARTS, counts.items());
            assertEquals(0, counts.failed());
            assertSame(plain, labels);
            assertEquals("t=0 z=0 y=0 x=2048 52x40", column(0).get(1));
            assertEquals(List.of("3 planes", "6 parts"), told.subList(0, 2));
            try (Stream<Path> results = Files.list(out)) {
                assertEquals(3, results.count()); // labels, summary.csv, failed.txt: nothing else is left
            }
            assertEquals("complete before", 0, run(request()).items());
        }
    }

    @Test
    public void theImageGetsLabelsWithinItself() throws IOException {
        write(ZarrFormat.V3);
        plain(plain, Progress.NONE);
        run(request().withWithin("cells"));
        Map<String, Path> found = files(image.resolve("labels/cells"));
        for (Map.Entry<String, Path> file : files(plain).entrySet()) {
            if (isChunk(file.getKey())) {
                assertArrayEquals(
                        file.getKey(),
                        Files.readAllBytes(file.getValue()),
                        Files.readAllBytes(found.get(file.getKey())));
            }
        }
        assertTrue(Files.readString(image.resolve("labels/zarr.json")).contains("cells"));
    }

    @Test
    public void whatIsThereIsNotComputedAgain() throws IOException {
        write(ZarrFormat.V2);
        plain(plain, Progress.NONE);
        assertThrows(
                CancelledException.class,
                () -> plain(labels, Progress.until(() -> Files.exists(labels.resolve("0/0/0/0/0")))));
        Map<String, FileTime> before = times(labels);
        before.keySet().removeIf(file -> !isChunk(file));
        assertFalse(before.isEmpty());
        run(request());
        assertTrue(
                column(1).toString(), column(1).contains("skipped") && column(1).contains("done"));
        Map<String, FileTime> after = times(labels);
        before.forEach((file, time) -> assertEquals(file, time, after.get(file)));
        assertSame(plain, labels);
    }

    @Test
    public void aDamagedChunkIsReportedAndTheOthersFinish() throws IOException {
        write(ZarrFormat.V2);
        plain(plain, Progress.NONE);
        Path chunk = image.resolve("0/0/1/0/3");
        byte[] sound = Files.readAllBytes(chunk);
        Files.write(chunk, new byte[] {1, 2, 3});
        List<String> told = new ArrayList<>();
        RunCounts counts = run(request(), told);
        assertEquals(2, counts.failed());
        assertEquals(List.of("done", "done", "failed", "failed", "done", "done"), column(1));
        assertTrue(told.toString(), told.get(2).contains("z=1") && told.get(2).contains(chunk.toString()));
        assertEquals(2, Files.readAllLines(out.resolve("failed.txt")).size());
        assertFalse(Files.readString(labels.resolve(".zattrs")).contains("multiscales"));

        Files.write(chunk, sound);
        assertEquals(0, run(request()).failed());
        assertEquals(List.of("skipped", "skipped", "done", "done", "skipped", "skipped"), column(1));
        assertSame(plain, labels);
    }

    @Test
    public void amongFilesItFailsWithAdvice() throws IOException {
        write(ZarrFormat.V2);
        List<String> told = new ArrayList<>();
        SparkRequest request = SparkRequest.of(temporary.getRoot().toString(), out.toString(), MODEL);
        assertEquals(1, run(request.withSettings(SETTINGS), told).failed());
        assertTrue(told.toString(), told.get(1).contains("give it to a run of its own"));
    }

    @Test
    public void whatCannotEndWellDoesNotBegin() {
        write(ZarrFormat.V2);
        assertTrue(refusal(request().withLevel(7)).contains("There is no resolution 7"));
        assertTrue(refusal(SparkRequest.of("s3a://bucket/cells.zarr", out.toString(), MODEL))
                .contains("mounted"));
        assertTrue(
                refusal(SparkRequest.of(image.toString(), "test:" + out, MODEL)).contains("--out"));
        assertFalse(Files.exists(labels));
    }

    private static String refusal(SparkRequest request) {
        return assertThrows(ImageException.class, () -> run(request)).getMessage();
    }
}
