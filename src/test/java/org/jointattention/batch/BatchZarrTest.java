package org.jointattention.batch;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageFiles;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.image.zarr.ZarrFormat;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.jointattention.segmentation.FakePredictor;
import org.jointattention.segmentation.FileSegmenter;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.InferenceSettings;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Planes;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.jointattention.segmentation.zarr.ZarrImages;
import org.jointattention.segmentation.zarr.ZarrSegmenter;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Images of OME-Zarr in a batch. */
public class BatchZarrTest {
    private static final Set<Output> LABELS = EnumSet.of(Output.LABELS);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final ModelSpec spec = Planes.model(1, 1, 32, 8);
    private Path in;
    private Path out;
    private Path image;
    private Path labels;

    @Before
    public void images() throws IOException {
        in = temporary.newFolder("in").toPath();
        out = temporary.getRoot().toPath().resolve("out");
        ImageFiles.savePng(new ImagePlus("x", new ByteProcessor(20, 10)), in.resolve("a.png"));
        image = in.resolve("b.ome.zarr");
        labels = out.resolve("b_labels.ome.zarr");
        ZarrImages.write(image, ZarrFormat.V2, 1, 3, 70, 100);
    }

    private String run(boolean redo, Progress progress) {
        Model model = new Model(spec, new Weights(Map.of()), new ModelCard("any", "", "", "", "", "", Map.of()));
        FakePredictor predictor = new FakePredictor(1, 32, 32, 1, FakePredictor.perPixel());
        Segmenter segmenter = new Segmenter(spec, predictor);
        List<BatchFile> files = BatchFiles.below(in, out, true);
        BatchFiles.check(files, LABELS);
        BatchOptions options = BatchOptions.standard().withWorkers(2).withRedo(redo);
        BatchJob job = new BatchJob("any", model, InferenceSettings.standard(), LABELS);
        try (ResultFolder results = ResultFolder.open(out, job, redo)) {
            results.sweep(files, LABELS);
            return new FileBatch(new FileSegmenter(new ImageSegmenter(segmenter), LABELS, false, "info"), options)
                            .with(results.manifest(predictor))
                            .with(new ZarrSegmenter(segmenter, "w", "info").withCache(1 << 20))
                            .run(files, progress, new BatchListener() {})
                            .stream()
                            .map(FileOutcome::status)
                            .collect(Collectors.joining(" "));
        }
    }

    private String run() {
        return run(false, Progress.NONE);
    }

    private FileTime time() throws IOException {
        return Files.getLastModifiedTime(labels.resolve("0/0/0/0/0"));
    }

    @Test
    public void itsLabelsAreOneResultOfWhichTheManifestTells() throws IOException {
        assertEquals("done done", run());
        OmeZarrImage made = OmeZarrImage.open(labels, new ChunkCache(1 << 20));
        assertEquals(3, made.size(0, 'z'));
        String line = Files.readAllLines(out.resolve(ResultFolder.MANIFEST)).stream()
                .filter(text -> text.contains("\"name\":\"b.ome.zarr\""))
                .findFirst()
                .orElseThrow();
        assertTrue(line, line.contains("{\"file\":\"b_labels.ome.zarr\",\"size\":"));
        assertTrue(line, line.contains("\"pixels\":21000,\"areas\":[{\"class\":\"object\",\"objects\":"));
        FileTime before = time();
        assertEquals("skipped skipped", run());
        assertEquals(before, time());
    }

    /** As many objects and pixels as the labels have where they are read as a picture. */
    @Test
    public void objectsAndPixelsAreCounted() {
        Segmenter segmenter = new Segmenter(spec, new FakePredictor(1, 32, 32, 1, FakePredictor.perPixel()));
        run();
        var areas = new ZarrSegmenter(segmenter, "w", "info")
                .result(labels, Progress.NONE)
                .areas();
        OmeZarrImage made = OmeZarrImage.open(labels, new ChunkCache(1 << 20));
        long pixels = 0;
        for (int z = 0; z < 3; z++) {
            for (var value : net.imglib2.view.Views.flatIterable(made.plane(0, 0, z))) {
                pixels += value.get() > 0 ? 1 : 0;
            }
        }
        assertTrue(pixels > 0);
        assertEquals(pixels, areas.get(0).pixels());
        assertTrue(areas.get(0).objects() >= 3 && areas.get(0).objects() <= pixels);
    }

    @Test
    public void aChangedImageIsDoneAgain() throws IOException {
        run();
        Path chunk = image.resolve("0/0/2/0/1");
        byte[] bytes = Files.readAllBytes(image.resolve("0/0/1/0/1"));
        Files.write(chunk, bytes);
        Files.setLastModifiedTime(chunk, FileTime.fromMillis(1_000_000_000_000L)); // older than the others
        FileTime before = time();
        assertEquals("skipped done", run());
        assertFalse(before.equals(time()));
        assertEquals("skipped skipped", run());
    }

    @Test
    public void labelsInTheImageAreNoChange() throws IOException {
        run();
        Files.createDirectories(image.resolve("labels/cells"));
        Files.writeString(image.resolve("labels/.zgroup"), "{\"zarr_format\": 2}");
        Files.writeString(image.resolve(".zmetadata"), "{}");
        assertEquals("skipped skipped", run());
        Files.writeString(image.resolve("0/.zattrs"), "{}");
        assertEquals("skipped done", run());
    }

    @Test
    public void labelsWithAChunkMissingAreMadeAnew() throws IOException {
        run();
        Path chunk = labels.resolve("0/0/1/0/0");
        byte[] bytes = Files.readAllBytes(chunk);
        Files.delete(chunk);
        assertEquals("skipped done", run());
        assertArrayEquals(bytes, Files.readAllBytes(chunk));
        assertEquals("skipped skipped", run());
    }

    /** What is no longer as this program wrote it is neither taken nor removed. */
    @Test
    public void damagedLabelsFail() throws IOException {
        run();
        Files.writeString(labels.resolve(".zattrs"), "{}");
        assertEquals("skipped failed", run());
        assertTrue(Files.exists(labels.resolve("0/0/0/0/0")));
    }

    @Test
    public void redoMakesThemAnew() throws IOException {
        run();
        FileTime before = time();
        assertEquals("done done", run(true, Progress.NONE));
        assertFalse(before.equals(time()));
        assertFalse(Files.exists(out.resolve(".b_labels.ome.zarr.former")));
    }

    @Test
    public void whatWasStoppedGoesOn() throws IOException {
        int[] asked = {0};
        String stopped = run(false, Progress.until(() -> ++asked[0] > 25));
        assertFalse(stopped, stopped.contains("done done"));
        FileTime before = time();
        assertFalse(OmeZarrImage.isComplete(labels));
        assertTrue(run().endsWith("done"));
        assertEquals(before, time());
    }

    @Test
    public void onlyLabelsCanBeHad() {
        List<BatchFile> files = BatchFiles.below(in, out, false);
        Set<Output> both = EnumSet.of(Output.LABELS, Output.OVERLAY);
        String message = assertThrows(ImageException.class, () -> BatchFiles.check(files, both))
                .getMessage();
        assertTrue(message, message.contains("b.ome.zarr") && !message.contains("a.png"));
    }
}
