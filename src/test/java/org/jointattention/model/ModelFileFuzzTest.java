package org.jointattention.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Mutated model files are read, or refused with a {@link ModelException}; nothing else happens. */
public class ModelFileFuzzTest {
    private static final int MUTATIONS = 700;
    private static final long[] LENGTHS = {0, 1, -1, 255, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE};
    private static final String[] WORDS = {
        "{",
        "}",
        "[",
        "]",
        ": ",
        "- ",
        "\n",
        "&a ",
        "*a ",
        "!!int ",
        "!!binary ",
        "!!timestamp ",
        "null",
        "NaN",
        "1e999",
        "-1",
        "99999999999999999999",
        "\"",
        "'",
        "data_offsets",
        "__metadata__",
        "\ud83d\ude00",
        "\u0000",
        "<<: "
    };

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final Random random = new Random(42);
    private final Model model = TestModels.model("nuclei");
    private int refused;

    /** Counts it if it is refused. */
    private void tryReading(byte[] bytes) {
        try {
            Model read = ModelFile.read(new ByteArrayInputStream(bytes), "fuzz.zip");
            read.weights().asMap().forEach((name, array) -> SafetensorsData.checkFinite(name, array.values()));
        } catch (ModelException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith("fuzz.zip: "));
            assertTrue("endless message", e.getMessage().length() < 2000);
            refused++;
        }
    }

    private byte[] mutated(byte[] original) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 16; i--) {
            bytes = mutatedOnce(bytes);
        }
        return bytes;
    }

    private byte[] mutatedOnce(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0:
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                return bytes;
            case 1:
                return Arrays.copyOf(bytes, at);
            case 2:
                return spliced(bytes, at, Arrays.copyOfRange(bytes, at / 2, at), 0);
            case 3:
                return spliced(bytes, at, new byte[0], random.nextInt(20));
            case 4:
                byte[] word = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
                return spliced(bytes, at, word, random.nextInt(word.length + 1));
            default:
                return withLength(bytes, random.nextInt(4) == 0 ? 0 : at);
        }
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] insert, int dropped) {
        int rest = Math.min(bytes.length, at + dropped);
        byte[] result = Arrays.copyOf(bytes, at + insert.length + bytes.length - rest);
        System.arraycopy(insert, 0, result, at, insert.length);
        System.arraycopy(bytes, rest, result, at + insert.length, bytes.length - rest);
        return result;
    }

    /** Overwrites 1, 2, 4 or 8 bytes with a little-endian number that makes trouble as a length. */
    private byte[] withLength(byte[] bytes, int at) {
        long value = LENGTHS[random.nextInt(LENGTHS.length)];
        int size = 1 << random.nextInt(4);
        for (int i = 0; i < size && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
        return bytes;
    }

    @Test
    public void mutatedZips() throws IOException {
        byte[] stored = ZipFixture.bytesOf(model);
        byte[] deflated = ZipFixture.of(model).deflated();
        for (int i = 0; i < MUTATIONS; i++) {
            tryReading(mutated(i % 2 == 0 ? stored : deflated));
        }
        assertTrue(refused + " refused", refused > MUTATIONS / 2);
    }

    /** In a sound zip whose SHA-256 fits, so that the mutation reaches the safetensors reader. */
    @Test
    public void mutatedWeights() throws IOException {
        byte[] weights = ZipFixture.of(model).get(ModelFile.WEIGHTS);
        for (int i = 0; i < MUTATIONS; i++) {
            tryReading(ZipFixture.of(model).putWeights(mutated(weights)).deflated());
        }
        assertTrue(refused + " refused", refused > MUTATIONS / 2);
        assertTrue(refused + " refused", refused < MUTATIONS);
    }

    @Test
    public void mutatedDescriptions() throws IOException {
        byte[] yaml = ZipFixture.of(model).get(ModelFile.DESCRIPTION);
        for (int i = 0; i < MUTATIONS; i++) {
            tryReading(ZipFixture.of(model)
                    .put(ModelFile.DESCRIPTION, mutated(yaml))
                    .deflated());
        }
        assertTrue(refused + " refused", refused > MUTATIONS / 3);
        assertTrue(refused + " refused", refused < MUTATIONS);
    }

    /** Reading writes nothing, neither beside the file nor to it. */
    @Test
    public void readingWritesNothing() throws IOException {
        Path file = folder.newFolder("inner").toPath().resolve("evil.zip");
        byte[] bytes = ZipFixture.of(model).put("../escaped.txt", "x").deflated();
        Files.write(file, bytes);
        TestModels.assertRefused(() -> ModelFile.read(file), "evil.zip", "escaped");
        assertArrayEquals(new String[] {"inner"}, folder.getRoot().list());
        assertArrayEquals(new String[] {"evil.zip"}, file.getParent().toFile().list());
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }
}
