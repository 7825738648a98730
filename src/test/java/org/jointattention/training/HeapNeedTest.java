package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HeapNeedTest {
    private static final long REST = HeapNeed.REST;
    private static final int PIXELS = 200 * 100;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path images;
    private Path masks;

    @Before
    public void files() {
        images = temporary.getRoot().toPath().resolve("images");
        masks = temporary.getRoot().toPath().resolve("masks");
        int[] mask = new int[PIXELS];
        Arrays.fill(mask, 0, PIXELS / 4, 1);
        for (int i = 0; i < 5; i++) {
            TestFiles.write(images.resolve(i + ".png"), 200, 100, new int[PIXELS]);
            TestFiles.write(masks.resolve(i + ".png"), 200, 100, mask);
        }
    }

    private FilePairs pairs() {
        return new FilePairs(images, masks);
    }

    private static PlanRequest scale(Double scale) {
        return PlanRequest.builder().scale(scale).build();
    }

    private Split load(PlanRequest request, long heap) {
        return new TrainingFolders(images, masks).load(DataSetOptions.standard(), request, heap);
    }

    private String refusal(PlanRequest request, long heap) {
        return assertThrows(TrainingException.class, () -> load(request, heap)).getMessage();
    }

    @Test
    public void headersTellWhatReadingTakes() {
        assertEquals(
                5 * PIXELS * 5.0 + REST,
                new HeapNeed().addFiles(pairs(), 0, 0.8).bytes(),
                1e-3);
        assertEquals(
                5 * PIXELS * (5 + 0.8 * 4) + REST,
                new HeapNeed().addFiles(pairs(), 1, 0.8).bytes(),
                1e-3);
        assertEquals(
                5 * PIXELS * (5 + 0.8 * 0.25 * 5) + REST,
                new HeapNeed().addFiles(pairs(), 0.5, 0.8).bytes(),
                1e-3);
        TestFiles.tiff(images.resolve("0.tif"), new ColorProcessor(200, 100), new ColorProcessor(200, 100));
        images.resolve("0.png").toFile().delete();
        assertEquals(
                PIXELS * (4 * 5.0 + 2 * 13) + REST,
                new HeapNeed().addFiles(pairs(), 0, 1).bytes(),
                1e-3);
    }

    @Test
    public void filesAndSamplesInMemoryTakeTheSame() {
        Split split = load(scale(0.5), Long.MAX_VALUE);
        assertEquals(4, split.train().samples().size());
        double files = new HeapNeed().addFiles(pairs(), 0.5, 0.8).bytes();
        assertEquals(files, HeapNeed.of(split, 0.5).bytes(), 1e-3);
    }

    @Test
    public void tooSmallAHeapIsRefusedBeforeAnyPixelIsRead() throws IOException {
        for (int i = 0; i < 5; i++) {
            byte[] whole = Files.readAllBytes(images.resolve(i + ".png"));
            Arrays.fill(whole, 41, whole.length - 12, (byte) 0);
            Files.write(images.resolve(i + ".png"), whole);
        }
        String message = refusal(scale(null), REST + 5 * PIXELS * 5 - 1);
        assertTrue(message, message.contains("The 5 images with their masks need about 0.07 GB of Java's memory"));
        assertTrue(message, message.contains("but it may use 0.07 GB"));
        assertTrue(message, message.contains("give Java 1 GB of memory"));
        assertTrue(message, message.contains("fewer or smaller images"));
        assertFalse(message, message.contains("scale"));
        assertThrows(DataSetException.class, () -> load(scale(null), REST + 5 * PIXELS * 5));
    }

    @Test
    public void aSmallerScaleHelpsWhereTheImagesThemselvesFit() {
        long heap = REST + 5 * PIXELS * 6;
        String message = refusal(scale(1.0), heap);
        assertTrue(message, message.contains("smaller scale, such as 0.5"));
        assertEquals(4, load(scale(0.5), heap).train().samples().size());
    }

    @Test
    public void validationFoldersCountToo() {
        TrainingFolders folders = new TrainingFolders(images, masks).withValidation(images, masks);
        long heap = REST + 10 * PIXELS * 5;
        assertEquals(
                5,
                folders.load(DataSetOptions.standard(), scale(null), heap)
                        .validation()
                        .samples()
                        .size());
        TrainingException refused = assertThrows(
                TrainingException.class, () -> folders.load(DataSetOptions.standard(), scale(null), heap - 1));
        assertTrue(refused.getMessage(), refused.getMessage().contains("The 10 images"));
    }

    @Test
    public void theNeedIsSaidInFull() {
        Sample large = PlanSamples.constant(3000, 2000, 5, 1);
        DataSet many = DataSet.of(Collections.nCopies(100, large), 2);
        Split split = new Split(many, DataSet.of(List.of(large), 2));
        HeapNeed need = HeapNeed.of(split, 1);
        String message = assertThrows(TrainingException.class, () -> need.check(4_000_000_000L))
                .getMessage();
        assertTrue(message, message.contains("need about 5.50 GB of Java's memory, but it may use 4.00 GB"));
        assertTrue(message, message.contains("give Java 6 GB"));
        assertTrue(message, message.contains("smaller scale, such as 0.5"));
        need.check(6_000_000_000L);
    }
}
