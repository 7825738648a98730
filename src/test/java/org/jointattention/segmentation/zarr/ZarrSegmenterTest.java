package org.jointattention.segmentation.zarr;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.engine.Precision;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.files.CancelledException;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.ImageException;
import org.jointattention.image.TileReader;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.image.zarr.ZarrFormat;
import org.jointattention.segmentation.FakePredictor;
import org.jointattention.segmentation.LabelRows;
import org.jointattention.segmentation.Planes;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ZarrSegmenterTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 140;
    private static final int FRAMES = 2;
    private static final int SLICES = 2;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Segmenter segmenter =
            new Segmenter(Planes.model(1, 1, 16, 6), new FakePredictor(2, 16, 16, 1, FakePredictor.wholeTile()));

    private ZarrSegmenter zarr(String weights, int level) {
        return new ZarrSegmenter(segmenter, weights, "Made by: a test")
                .withLevel(level)
                .withCache(1 << 20);
    }

    private Path image(ZarrFormat format) {
        Path place = new File(folder.getRoot(), "cells.zarr").toPath();
        ZarrImages.write(place, format, FRAMES, SLICES, HEIGHT, WIDTH);
        return place;
    }

    private static OmeZarrImage open(Path place) {
        return OmeZarrImage.open(place, new ChunkCache(1 << 20));
    }

    private void checkLabels(Path image, int level, Path labels) {
        OmeZarrImage from = open(image);
        OmeZarrImage found = open(labels);
        assertEquals("tzyx", found.axes().keys());
        int width = (int) from.size(level, 'x');
        int height = (int) from.size(level, 'y');
        for (int t = 0; t < FRAMES; t++) {
            for (int z = 0; z < SLICES; z++) {
                LabelRows expected = new LabelRows(width, height);
                segmenter.segment(from.plane(level, t, z), expected, Progress.NONE);
                assertArrayEquals("t " + t + " z " + z, expected.labels(), plane(found, t, z));
            }
        }
    }

    private static byte[] plane(OmeZarrImage labels, int t, int z) {
        TileReader reader = new TileReader(labels.plane(0, t, z));
        float[] values = new float[reader.width() * reader.height()];
        reader.read(0, 0, reader.height(), reader.width(), values);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static Map<String, Long> files(Path place) throws IOException {
        try (Stream<Path> tree = Files.walk(place)) {
            Map<String, Long> files = new TreeMap<>();
            for (Path file : tree.filter(Files::isRegularFile).collect(Collectors.toList())) {
                files.put(
                        place.relativize(file).toString(),
                        Files.getLastModifiedTime(file).toMillis());
            }
            return files;
        }
    }

    @Test
    public void labelsOfBothFormatsAreThoseOfThePlanes() throws IOException {
        for (ZarrFormat format : ZarrFormat.values()) {
            folder.delete();
            folder.create();
            Path image = image(format);
            Path labels = folder.getRoot().toPath().resolve("labels.zarr");
            ZarrResult result = zarr("w", 0).segment(image, ZarrPlace.at(labels), Progress.NONE);
            assertTrue(result.isComputed());
            assertEquals((long) WIDTH * HEIGHT * FRAMES * SLICES, result.pixels());
            assertEquals(format, open(labels).format());
            assertEquals(2, open(labels).levels().size());
            assertEquals(
                    "x=300 y=140 channels=1 slices=2 frames=2", zarr("w", 0).mapping(image));
            checkLabels(image, 0, labels);
        }
    }

    @Test
    public void labelsLieWithinTheImage() throws IOException {
        Path image = image(ZarrFormat.V3);
        ZarrResult result = zarr("w", 0).segment(image, ZarrPlace.within("cells"), Progress.NONE);
        assertEquals(image.resolve("labels").resolve("cells").toString(), result.labels());
        checkLabels(image, 0, image.resolve("labels/cells"));
        assertFalse(zarr("w", 0)
                .segment(image, ZarrPlace.within("cells"), Progress.NONE)
                .isComputed());
    }

    @Test
    public void aCoarserLevelHasItsOwnLabels() throws IOException {
        Path image = image(ZarrFormat.V2);
        Path labels = folder.getRoot().toPath().resolve("coarse.zarr");
        zarr("w", 1).segment(image, ZarrPlace.at(labels), Progress.NONE);
        checkLabels(image, 1, labels);
        assertArrayEquals(
                open(image).transform(1).scale(), open(labels).transform(0).scale(), 0);
    }

    @Test
    public void aStoppedRunIsGoneOnWith() throws IOException {
        Path image = image(ZarrFormat.V3);
        Path labels = folder.getRoot().toPath().resolve("labels.zarr");
        int[] asked = {0};
        assertThrows(
                CancelledException.class,
                () -> zarr("w", 0).segment(image, ZarrPlace.at(labels), Progress.until(() -> ++asked[0] > 700)));
        Map<String, Long> before = files(labels);
        assertTrue(before.keySet().stream().anyMatch(name -> name.startsWith("0/c/0")));
        assertThrows(ImageException.class, () -> open(labels)); // nobody takes it for complete
        zarr("w", 0).segment(image, ZarrPlace.at(labels), Progress.NONE);
        Map<String, Long> after = files(labels);
        before.keySet().removeIf(name -> name.endsWith(".json")); // says in the end what it is
        before.forEach((name, time) -> assertEquals(name, time, after.get(name)));
        checkLabels(image, 0, labels);
    }

    @Test
    public void completeLabelsStayAndOthersAreNotWrittenOver() throws IOException {
        Path image = image(ZarrFormat.V2);
        Path labels = folder.getRoot().toPath().resolve("labels.zarr");
        zarr("w", 0).segment(image, ZarrPlace.at(labels), Progress.NONE);
        Map<String, Long> before = files(labels);
        assertFalse(
                zarr("w", 0).segment(image, ZarrPlace.at(labels), Progress.NONE).isComputed());
        assertEquals(before, files(labels));
        Exception e = assertThrows(
                ImageException.class, () -> zarr("other", 0).segment(image, ZarrPlace.at(labels), Progress.NONE));
        assertTrue(e.getMessage(), e.getMessage().contains("Remove that folder"));
        assertEquals(before, files(labels));
    }

    /** Whoever makes coarser resolutions on another machine may not see yet what was written. */
    @Test
    public void aCoarserBlockIsNotMadeOfWhatIsMissing() {
        Path image = image(ZarrFormat.V3);
        ZarrVolume volume = zarr("w", 0).begin(image, ZarrPlace.within("cells")).orElseThrow();
        assertEquals(FRAMES * SLICES, volume.parts());
        assertEquals(FRAMES * SLICES, volume.planes());
        assertEquals("t=1 z=0 y=0 x=0 300x140", volume.name(2));
        assertFalse(volume.has(0) || volume.hasPlane(0));
        String message = assertThrows(ImageException.class, () -> volume.makeBlocks(1, 0, 1))
                .getMessage();
        assertTrue(message, message.contains("is not there"));
    }

    /** An automatic choice may come out differently each time. */
    @Test
    public void anAutomaticPrecisionIsThatOfTheLabelsThatWereBegun() {
        Path image = image(ZarrFormat.V3);
        Path labels = folder.getRoot().toPath().resolve("labels.zarr");
        PredictorOptions automatic = PredictorOptions.tile(16, 16).withPrecision(Precision.AUTO);
        List<Path> places = List.of(folder.getRoot().toPath().resolve("none"), labels);
        assertEquals(
                Precision.AUTO,
                new EarlierPrecision("abc1").applyTo(automatic, places).precision());
        zarr("abc1", 0).begin(image, ZarrPlace.at(labels));
        assertEquals(
                Precision.FLOAT32,
                new EarlierPrecision("abc1").applyTo(automatic, places).precision());
        assertEquals(
                Precision.AUTO,
                new EarlierPrecision("abc2").applyTo(automatic, places).precision());
        PredictorOptions given = automatic.withPrecision(Precision.BFLOAT16);
        assertEquals(
                Precision.BFLOAT16,
                new EarlierPrecision("abc1").applyTo(given, places).precision());
    }

    @Test
    public void whatDoesNotFitIsRefused() throws IOException {
        Path image = image(ZarrFormat.V2);
        Path labels = folder.getRoot().toPath().resolve("labels.zarr");
        Exception e = assertThrows(
                ImageException.class, () -> zarr("w", 2).segment(image, ZarrPlace.at(labels), Progress.NONE));
        assertTrue(e.getMessage(), e.getMessage().contains("0, the largest, to 1."));
        Segmenter rgb =
                new Segmenter(Planes.model(3, 1, 16, 6), new FakePredictor(1, 16, 16, 3, FakePredictor.perPixel()));
        e = assertThrows(
                ImageException.class,
                () -> new ZarrSegmenter(rgb, "w", "")
                        .withCache(1000)
                        .segment(image, ZarrPlace.at(labels), Progress.NONE));
        assertTrue(e.getMessage(), e.getMessage().contains("the model needs 3 channel(s)"));
        assertThrows(
                ImageException.class,
                () -> zarr("w", 0).segment(folder.getRoot().toPath(), ZarrPlace.at(labels), Progress.NONE));
        assertFalse(Files.exists(labels));
    }
}
