package org.jointattention.model;

import static org.jointattention.model.TestModels.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Test;

/** Every way in which a model file can be broken or made to harm ends in an error that names the file. */
public class HostileModelFileTest {
    private final Model model = TestModels.model("nuclei");

    private static void refuse(byte[] file, String... parts) {
        assertRefused(() -> ModelFile.read(new ByteArrayInputStream(file), "bad.zip"), "bad.zip");
        assertRefused(() -> ModelFile.read(new ByteArrayInputStream(file), "bad.zip"), parts);
    }

    @Test
    public void noZip() {
        refuse(new byte[0], "zip");
        refuse("hello, this is a text".getBytes(StandardCharsets.US_ASCII), "zip");
        refuse(new byte[100_000], "zip");
    }

    @Test
    public void everyTruncation() throws IOException {
        byte[] stored = ZipFixture.bytesOf(model);
        for (int length = 0; length < stored.length; length += length > stored.length - 400 ? 1 : 13) {
            refuse(Arrays.copyOf(stored, length), "bad.zip");
        }
        byte[] deflated = ZipFixture.of(model).deflated();
        refuse(Arrays.copyOf(deflated, deflated.length / 2), "bad.zip");
        refuse(Arrays.copyOf(deflated, deflated.length - 1), "truncated");
    }

    @Test
    public void somethingBehindTheZip() throws IOException {
        byte[] bytes = ZipFixture.bytesOf(model);
        refuse(Arrays.copyOf(bytes, bytes.length + 1), "does not end");
    }

    @Test
    public void missingEntries() throws IOException {
        refuse(ZipFixture.of(model).remove("rdf.yaml").deflated(), "rdf.yaml", "weights.safetensors");
        refuse(ZipFixture.of(model).remove("weights.safetensors").deflated(), "weights.safetensors", "rdf.yaml");
        refuse(new ZipFixture().put("model.txt", "x").deflated(), "rdf.yaml", "model.txt");
    }

    @Test
    public void namesThatLeaveTheFolder() throws IOException {
        String[] names = {"../x", "a/../../x", "/etc/x", "..", "a\\..\\x", "C:/x", "C:x", "a\nb", "a\u2028/..", "a/.."};
        for (String name : names) {
            refuse(ZipFixture.of(model).put(name, "x").deflated(), "named", "plain relative names");
        }
    }

    @Test
    public void twoEntriesOfOneName() throws IOException {
        ZipFixture zip = ZipFixture.of(model).put("rdf.yamk", "type: model");
        String bytes = new String(zip.deflated(), StandardCharsets.ISO_8859_1).replace("rdf.yamk", "rdf.yaml");
        refuse(bytes.getBytes(StandardCharsets.ISO_8859_1), "two entries", "rdf.yaml");
    }

    @Test
    public void tooManyEntries() throws IOException {
        ZipFixture zip = ZipFixture.of(model);
        for (int i = 0; i < 1000; i++) {
            zip.put("e" + i, new byte[0]);
        }
        refuse(zip.deflated(), "more than 1000 entries");
    }

    @Test
    public void largeDescription() throws IOException {
        ZipFixture zip = ZipFixture.of(model);
        String yaml = zip.text("rdf.yaml") + "#" + String.join("", Collections.nCopies(1 << 20, "x"));
        refuse(zip.put("rdf.yaml", yaml).deflated(), "rdf.yaml", "larger");
    }

    /** A hundred megabytes of zeros in a hundred kilobytes, as an entry of the model's and as another one. */
    @Test
    public void bombs() throws IOException {
        for (String name : new String[] {"weights.safetensors", "bomb"}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry(name));
            byte[] header = ("{\"a\":{\"dtype\":\"F32\",\"shape\":[25000000],\"data_offsets\":[0,100000000]}}")
                    .getBytes(StandardCharsets.US_ASCII);
            zip.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            zip.write(header);
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1_000_000]);
            }
            zip.close();
            refuse(out.toByteArray(), name, "zip bomb");
        }
    }

    /** The declared sizes of a zip entry are not believed. */
    @Test
    public void absurdDeclaredSizes() throws IOException {
        byte[] bytes = ZipFixture.bytesOf(model);
        int uncompressedSize = 22;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(uncompressedSize, 0x7ffffff0);
        refuse(bytes, "rdf.yaml");
    }

    @Test
    public void weightsThatWereChanged() throws IOException {
        ZipFixture zip = ZipFixture.of(model);
        byte[] weights = zip.get("weights.safetensors");
        weights[weights.length - 4] ^= 1;
        refuse(zip.deflated(), "weights.safetensors", "SHA-256");
        refuse(zip.putWeights(new byte[] {1, 2, 3}).deflated(), "weights.safetensors", "8 bytes");
    }

    @Test
    public void weightsThatAreNotFinite() throws IOException {
        ZipFixture zip = ZipFixture.of(model);
        byte[] weights = zip.get("weights.safetensors");
        ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN).putFloat(weights.length - 4, Float.NaN);
        refuse(zip.putWeights(weights).deflated(), "weights.safetensors", "'scalar'", "NaN");
    }

    @Test
    public void descriptionsThatAreWrong() throws IOException {
        ZipFixture zip = ZipFixture.of(model);
        String yaml = zip.text("rdf.yaml");
        refuse(zip.put("rdf.yaml", "type: [").deflated(), "rdf.yaml", "YAML");
        refuse(zip.put("rdf.yaml", yaml.replace("depth: 3", "depth: x")).deflated(), "rdf.yaml", "depth", "'x'");
    }

    @Test
    public void storedBytesThatDoNotFitTheirChecksum() throws IOException {
        byte[] bytes = ZipFixture.bytesOf(model);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("# nuclei")] = '!';
        refuse(bytes, "CRC");
    }

    @Test
    public void streamsThatFail() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        assertRefused(() -> ModelFile.read(failing, "bad.zip"), "bad.zip", "the disk is gone");
    }
}
