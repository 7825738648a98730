package org.jointattention.crosscheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.jointattention.image.ChunkCache;
import org.jointattention.image.zarr.DataType;
import org.jointattention.image.zarr.FolderCopy;
import org.jointattention.image.zarr.FolderStore;
import org.jointattention.image.zarr.LabelDescription;
import org.jointattention.image.zarr.LabelPyramid;
import org.jointattention.image.zarr.LabelStorage;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.image.zarr.WholeArray;
import org.jointattention.image.zarr.ZarrArray;
import org.jointattention.model.LabelClass;

/**
 * Compares the arrays and images that check_zarr.py wrote with their values, writes the same arrays again, and labels to
 * the images: the second step of {@code scripts/crosscheck/run-zarr}.
 */
public final class ZarrExport {
    private static final List<String> METADATA = List.of(".zarray", ".zattrs", "zarr.json");
    private static final int CLASSES = 5;

    private final Path python;
    private final Path java;

    private ZarrExport(Path folder) {
        this.python = folder.resolve("python");
        this.java = folder.resolve("java");
    }

    /** @param args the folder with the arrays of Python */
    public static void main(String[] args) throws IOException {
        ZarrExport export = new ZarrExport(Path.of(args[0]));
        for (String name : export.names("v")) {
            export.array(name);
        }
        for (String name : export.names("image-")) {
            export.image(name);
        }
    }

    private List<String> names(String start) throws IOException {
        try (Stream<Path> files = Files.list(python)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(start) && name.endsWith(".bin"))
                    .map(name -> name.substring(0, name.length() - ".bin".length()))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private void array(String name) throws IOException {
        ZarrArray array = ZarrArray.open(new FolderStore(python), name);
        check(Arrays.equals(WholeArray.bytes(array), expected(name)), name);
        Files.createDirectories(java.resolve(name));
        for (String file : METADATA) {
            if (Files.exists(python.resolve(name).resolve(file))) {
                Files.copy(
                        python.resolve(name).resolve(file), java.resolve(name).resolve(file));
            }
        }
        WholeArray.write(WholeArray.read(array), ZarrArray.open(new FolderStore(java), name));
    }

    private byte[] expected(String name) throws IOException {
        return Files.readAllBytes(python.resolve(name + ".bin"));
    }

    private static void check(boolean equal, String name) {
        if (!equal) {
            throw new IllegalStateException(name + " differs.");
        }
    }

    private void image(String name) throws IOException {
        FolderCopy.of(python.resolve(name), java.resolve(name));
        OmeZarrImage image = OmeZarrImage.open(java.resolve(name), new ChunkCache(1 << 22));
        byte[] expected = expected(name);
        check(Arrays.equals(WholeArray.bytes(image.levels().get(0).array()), expected), name);
        check(isEqual(image.view(0), expected), name + " as an image");
        check(planeEquals(image), name + " as a plane");
        for (String labels : List.of("first", "second")) {
            fill(LabelPyramid.within(image, 0, labels, storage(image), description()));
        }
        fill(LabelPyramid.separate(
                new FolderStore(java),
                name.replace("image", "labels"),
                image.labelFrame(0),
                storage(image).withChunk(100).withShard(1),
                description()));
    }

    private static boolean isEqual(RandomAccessibleInterval<? extends RealType<?>> image, byte[] expected) {
        Cursor<? extends RealType<?>> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; i < expected.length; i += 2) {
            if (cursor.next().getRealDouble() != (expected[i] & 0xff) + 256 * (expected[i + 1] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static boolean planeEquals(OmeZarrImage image) {
        RandomAccessibleInterval<FloatType> plane = image.plane(0, 1, 2);
        Cursor<FloatType> cursor = Views.flatIterable(plane).localizingCursor();
        while (cursor.hasNext()) {
            float value = cursor.next().get();
            long[] at = cursor.positionAsLongArray();
            if (value != image.view(0).getAt(at[0], at[1], 2, at[2], 1).getRealDouble()) {
                return false;
            }
        }
        return true;
    }

    private static LabelStorage storage(OmeZarrImage image) {
        return new LabelStorage(image.format(), DataType.UINT8).withChunk(64).withShard(3);
    }

    private static LabelDescription description() {
        List<LabelClass> classes = List.of(
                new LabelClass("background", 0),
                new LabelClass("one", 0xff0000),
                new LabelClass("two", 0x00ff00),
                new LabelClass("three", 0x0000ff),
                new LabelClass("four", 0xffff00));
        return new LabelDescription(classes, null, "cross-check");
    }

    private static void fill(LabelPyramid labels) {
        long[] shape = labels.base().shape();
        int[] extents = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        WholeArray.write(WholeArray.of(DataType.UINT8, extents, place -> label(place, shape)), labels.base());
        labels.finish(() -> {});
    }

    private static long label(long place, long[] shape) {
        long x = place % shape[3];
        long y = place / shape[3] % shape[2];
        long z = place / shape[3] / shape[2] % shape[1];
        long t = place / shape[3] / shape[2] / shape[1];
        return (t + 2 * z + x / 16 + 3 * (y / 16)) % CLASSES;
    }
}
