package org.jointattention.batch.spark;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.files.CsvFile;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.model.Model;
import org.jointattention.model.ModelException;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.FileListener;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.ModelRun;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.SegmentationException;
import org.jointattention.segmentation.Segmenter;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Real Spark, TensorFlow and a bundled model, on small parts of test images. */
public class SparkBatchTest {
    @ClassRule
    public static final LocalSpark SPARK = new LocalSpark();

    private static final String MODEL = "nuclei";
    private static final InferenceSettings SETTINGS = InferenceSettings.standard()
            .withTile(OptionalInt.of(64))
            .withOverlap(OptionalInt.of(16))
            .withPrecision(Precision.FLOAT32);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path in;
    private Path out;

    @Before
    public void folders() throws IOException {
        in = temporary.newFolder("in").toPath();
        out = temporary.getRoot().toPath().resolve("out");
    }

    private static void image(Path file, int x) throws IOException {
        Files.createDirectories(file.getParent());
        ij.ImagePlus image = ImageFiles.open(Paths.get("test-images/nuclei/images/ovals-1.png"));
        image.setRoi(x, 20, 90, 70);
        ImageFiles.savePng(image.crop(), file);
    }

    private SparkRequest request(String from, String to) {
        return SparkRequest.of(from, to, MODEL).withSettings(SETTINGS);
    }

    private static RunCounts run(SparkRequest request) throws IOException {
        return new SparkBatch(SPARK.context()).run(request, new Silent());
    }

    private static final class Silent implements RunListener {
        @Override
        public void planned(long items, int itemsPerTask, long jobs, int tile) {
            assertTrue(items > 0 && itemsPerTask > 0 && jobs > 0 && tile == 64);
        }

        @Override
        public void failed(String item, String reason) {
            assertFalse(reason.isEmpty());
        }

        @Override
        public void progress(long done, long items) {
            assertTrue(done <= items);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static List<String> column(Path summary, int index) {
        List<List<String>> table = new CsvFile(summary).read();
        return table.subList(1, table.size()).stream()
                .map(row -> row.get(index))
                .collect(Collectors.toList());
    }

    /** What the program writes without a cluster. */
    private void plain(List<Path> images, Path folder) throws IOException {
        Files.createDirectories(folder);
        Model model = new ModelStore().resolve(MODEL);
        ModelRun run = new ModelRun(MODEL, model);
        try (Predictor predictor =
                run.predictor(Engines.classPath(), SETTINGS.predictor(model.spec(), OptionalInt.empty()))) {
            Segmenter segmenter = SETTINGS.segmenter(model.spec(), predictor);
            FileSegmenter files = new FileSegmenter(
                    new ImageSegmenter(segmenter),
                    EnumSet.of(Output.LABELS, Output.PROBABILITIES),
                    false,
                    run.info(predictor, segmenter.overlap()));
            images.forEach(image -> files.segment(image, folder, Progress.NONE, FileListener.NONE));
        }
    }

    @Test
    public void resultsAreThoseOfThePlainProgram() throws IOException {
        List<Path> images = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            images.add(in.resolve("a" + i + ".png"));
            image(images.get(i), 20 * i);
        }
        Path plain = temporary.getRoot().toPath().resolve("plain");
        plain(images, plain);
        RunCounts counts = run(
                request(in.toString(), out.toString()).withOutputs(EnumSet.of(Output.LABELS, Output.PROBABILITIES)));
        assertEquals(5, counts.items());
        assertEquals(0, counts.failed());
        for (String name : files(plain)) {
            assertArrayEquals(name, Files.readAllBytes(plain.resolve(name)), Files.readAllBytes(out.resolve(name)));
        }
        List<String> expected = new ArrayList<>(files(plain));
        expected.addAll(List.of("failed.txt", "summary.csv"));
        assertEquals(expected, files(out));
        assertEquals(
                images.stream().map(Path::toString).collect(Collectors.toList()),
                column(out.resolve("summary.csv"), 0));
    }

    @Test
    public void aBrokenFileIsReportedAndTheOthersFinish() throws IOException {
        image(in.resolve("a.png"), 0);
        Files.writeString(in.resolve("b.png"), "no image");
        image(in.resolve("sub/c.png"), 50);
        RunCounts counts = run(request(in.toString(), out.toString()).withRecursive(true));
        assertEquals(3, counts.items());
        assertEquals(1, counts.failed());
        assertEquals(List.of("done", "failed", "done"), column(out.resolve("summary.csv"), 1));
        assertEquals(in.resolve("b.png") + "\n", Files.readString(out.resolve("failed.txt")));
        assertTrue(Files.exists(out.resolve("sub/c_labels.tif")));

        image(in.resolve("b.png"), 10);
        RunCounts again = run(
                request(out.resolve("failed.txt").toString(), out.toString()).withSkipExisting(true));
        assertEquals(1, again.items());
        assertEquals(List.of("done"), column(out.resolve("summary.csv"), 1));
        run(request(in.toString(), out.toString()).withRecursive(true).withSkipExisting(true));
        assertEquals(List.of("skipped", "skipped", "skipped"), column(out.resolve("summary.csv"), 1));
    }

    @Test
    public void filesOfAnyHadoopFileSystemAreCopied() throws IOException {
        image(in.resolve("a.png"), 0);
        Files.writeString(in.resolve("b.png"), "no image");
        image(in.resolve("sub/c.png"), 50);
        Files.write(in.resolve("a_labels.tif"), new byte[1]);
        Files.createDirectories(out);
        Files.write(out.resolve("a_labels.tif"), new byte[1]); // of an earlier run, to be replaced
        RunCounts counts = run(request("test:" + in, "test:" + out).withRecursive(true));
        assertEquals(3, counts.items());
        assertEquals(1, counts.failed());
        assertEquals(List.of("a_labels.tif", "failed.txt", "sub", "sub/c_labels.tif", "summary.csv"), files(out));
        Path plain = temporary.getRoot().toPath().resolve("plain");
        plain(List.of(in.resolve("a.png"), in.resolve("sub/c.png")), plain);
        assertArrayEquals(
                Files.readAllBytes(plain.resolve("a_labels.tif")), Files.readAllBytes(out.resolve("a_labels.tif")));
        String reason = column(out.resolve("summary.csv"), 6).get(1);
        assertTrue(reason, reason.startsWith("test:" + in + "/b.png cannot be read"));
    }

    @Test
    public void aListNamesFilesBesideItOrAnywhere() throws IOException {
        image(in.resolve("a.png"), 0);
        image(temporary.getRoot().toPath().resolve("else/b.png"), 0);
        Path list = in.resolve("list.txt");
        Files.writeString(list, "a.png\n\n../else/b.png\r\n" + in.resolve("missing.png"));
        assertEquals(1, run(request(list.toString(), out.toString())).failed());
        assertEquals(List.of("done", "done", "failed"), column(out.resolve("summary.csv"), 1));
    }

    @Test
    public void whatCannotEndWellDoesNotBegin() throws IOException {
        image(in.resolve("a.png"), 0);
        Files.copy(in.resolve("a.png"), in.resolve("A.tif"));
        String message = refusal(ImageException.class, request(in.toString(), out.toString()));
        assertTrue(message, message.contains("a_labels.tif"));
        Files.delete(in.resolve("A.tif"));
        refusal(ImageException.class, request(in.resolve("nothing").toString(), out.toString()));
        refusal(ModelException.class, SparkRequest.of(in.toString(), out.toString(), "no-such-model"));
        refusal(
                SegmentationException.class,
                request(in.toString(), out.toString()).withSettings(SETTINGS.withTile(OptionalInt.of(63))));
        assertEquals(List.of(), files(out));
    }

    private static String refusal(Class<? extends RuntimeException> kind, SparkRequest request) {
        return assertThrows(kind, () -> run(request)).getMessage();
    }

    /** As the plain program does where all images are smaller than the model's tile. */
    @Test
    public void theTileIsThatOfTheLargestImage() throws IOException {
        image(in.resolve("a.png"), 0);
        image(in.resolve("b.png"), 0);
        Stores stores = new Stores(SPARK.context());
        SparkRequest request = request(in.toString(), out.toString());
        String list = out.resolve("list").toString();
        NameList names = new InputNames(stores, request).write(list);
        for (int few : new int[] {0, 10}) {
            assertEquals(OptionalInt.of(90), new NameChecks(SPARK.context(), stores, names, few).longestSide());
        }
        Files.writeString(in.resolve("c.png"), "no image");
        NameList more = new InputNames(stores, request).write(list);
        for (int few : new int[] {0, 10}) {
            assertEquals(OptionalInt.empty(), new NameChecks(SPARK.context(), stores, more, few).longestSide());
        }
    }

    @Test
    public void resultsOfTheSameNameAreFoundAmongFewAndMany() throws IOException {
        Stores stores = new Stores(SPARK.context());
        Files.createDirectories(out);
        NameListWriter writer = new NameListWriter(
                stores.of(out.toString()), out.resolve("list").toString());
        try (writer) {
            writer.add(in.resolve("a.png").toString());
            writer.add(in.resolve("b.png").toString());
            writer.add(in.resolve("B.tif").toString());
        }
        ResultPlace place = new ResultPlace(in.toString(), out.toString());
        for (int few : new int[] {0, 3}) {
            NameChecks checks = new NameChecks(SPARK.context(), stores, writer.list(), few);
            String message = assertThrows(
                            ImageException.class, () -> checks.distinctResults(place, EnumSet.of(Output.LABELS)))
                    .getMessage();
            assertTrue(message, message.contains("b_labels.tif") && !message.contains("a_labels.tif"));
        }
    }

    @Test
    public void anyRangeOfAListIsRead() throws IOException {
        Stores stores = new Stores(SPARK.context());
        Files.createDirectories(out);
        NameListWriter writer = new NameListWriter(
                stores.of(out.toString()), out.resolve("list").toString());
        int count = 70_000; // more than there are marks
        try (writer) {
            for (int i = 0; i < count; i++) {
                writer.add("/\u00e4/" + i);
            }
        }
        NameList list = writer.list();
        assertEquals(count, list.count());
        for (int from : new int[] {0, 1, 2, 65_535, 65_536, 69_998}) {
            assertEquals(
                    List.of("/\u00e4/" + from, "/\u00e4/" + (from + 1)),
                    list.range(from, from + 2).read(stores));
        }
        assertThrows(ImageException.class, () -> writer.add("a\nb"));
        Files.writeString(out.resolve("list"), "cut short");
        assertThrows(ClusterException.class, () -> list.range(0, 2).read(stores));
    }
}
