package org.jointattention.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jointattention.model.LabelClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LabelTiffTest {
    private static final List<LabelClass> CLASSES =
            List.of(new LabelClass("background", 0), new LabelClass("cell", 0x00ff80), new LabelClass("nucleus", 0xff));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private static ImagePlus source(int width, int height, int slices, int frames, boolean labelled) {
        ImageStack stack = new ImageStack(width, height);
        for (int i = 0; i < slices * frames; i++) {
            stack.addSlice(labelled ? "plane " + i : null, new ByteProcessor(width, height));
        }
        ImagePlus image = new ImagePlus("some image.tif", stack);
        image.setDimensions(1, slices, frames);
        image.setOpenAsHyperStack(frames > 1);
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().pixelDepth = 2;
        image.getCalibration().setUnit("micron");
        image.getCalibration().frameInterval = 3;
        return image;
    }

    private static List<LabelPlane> labels(ImagePlus image) {
        Random random = new Random(image.getStackSize());
        List<LabelPlane> planes = new ArrayList<>();
        for (int i = 0; i < image.getStackSize(); i++) {
            byte[] values = new byte[image.getWidth() * image.getHeight()];
            for (int k = 0; k < values.length; k++) {
                values[k] = (byte) random.nextInt(3);
            }
            planes.add(new LabelPlane(image.getWidth(), image.getHeight(), values));
        }
        return planes;
    }

    private static LabelTiff.Planes rows(List<LabelPlane> planes) {
        return (index, rows) -> {
            LabelPlane plane = planes.get(index);
            for (int y = 0; y < plane.height(); y++) {
                rows.row(Arrays.copyOfRange(plane.toBytes(), y * plane.width(), (y + 1) * plane.width()));
            }
        };
    }

    private void check(ImagePlus source) throws IOException {
        List<LabelPlane> planes = labels(source);
        ImagePlus whole = LabelImages.of("labels", source, planes, CLASSES);
        whole.setProperty("Info", "made by a test\n");
        ImageFiles.saveTiff(whole, file("whole.tif"));
        LabelTiff tiff = new LabelTiff("labels", source, source.getWidth(), source.getHeight(), CLASSES);
        tiff.setInfo("made by a test\n");
        tiff.write(file("rows.tif"), rows(planes));
        assertArrayEquals(Files.readAllBytes(file("whole.tif")), Files.readAllBytes(file("rows.tif")));
    }

    @Test
    public void hasTheBytesOfAnImageInMemory() throws IOException {
        check(source(300, 411, 1, 1, false)); // more than ImageJ writes in one piece
        check(source(1, 1, 1, 1, false));
        check(source(3, 1, 1, 1, true));
        check(source(300, 411, 3, 1, true));
        check(source(5, 7, 1, 4, false));
        check(source(20, 31, 3, 2, true));
    }

    private String failure(Class<? extends Exception> type, LabelTiff.Planes planes) throws IOException {
        File out = folder.newFolder();
        LabelTiff tiff = new LabelTiff("labels", source(20, 30, 2, 1, false), 20, 30, CLASSES);
        Exception e = assertThrows(type, () -> tiff.write(out.toPath().resolve("labels.tif"), planes));
        assertEquals(0, out.list().length);
        return e.getMessage();
    }

    @Test
    public void isThereCompleteOrNotAtAll() throws IOException {
        List<LabelPlane> planes = labels(source(20, 30, 2, 1, false));
        String message = failure(IllegalStateException.class, (index, rows) -> {
            if (index == 0) {
                rows(planes).write(index, rows);
            } else {
                rows.row(new byte[20]);
            }
        });
        assertTrue(message, message.contains("20 labels for 20x30"));
        message = failure(ImageException.class, (index, rows) -> {
            rows(planes).write(index, rows);
            throw new ImageException("cannot go on");
        });
        assertEquals("cannot go on", message);
    }

    /** On the way through code that knows nothing of files, too. */
    @Test
    public void whatTheDiskSaysIsPassedOn() {
        List<LabelPlane> planes = labels(source(20, 30, 1, 1, false));
        LabelTiff tiff = new LabelTiff("labels", source(20, 30, 1, 1, false), 20, 30, CLASSES);
        int[] room = {2000};
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                if (room[0]-- == 0) {
                    throw new IOException("No space left on device");
                }
            }
        };
        IOException e = assertThrows(IOException.class, () -> tiff.encode(rows(planes), full));
        assertEquals("No space left on device", e.getMessage());
    }
}
