package org.jointattention.model;

import static org.jointattention.model.TestModels.assertRefused;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeFalse;
import static org.junit.Assume.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipFile;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ModelFileTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final Model model = TestModels.model("nuclei");

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    private List<String> names() {
        return List.of(folder.getRoot().list());
    }

    private static void assertSame(Model expected, Model actual) {
        assertEquals(expected.spec(), actual.spec());
        assertEquals(expected.card(), actual.card());
        assertEquals(expected.weights(), actual.weights());
        assertEquals(
                new ArrayList<>(expected.weights().names()),
                new ArrayList<>(actual.weights().names()));
    }

    @Test
    public void roundTripIsExact() {
        ModelFile.write(model, file("a.zip"));
        assertSame(model, ModelFile.read(file("a.zip")));
        assertEquals(List.of("a.zip"), names());
    }

    @Test
    public void theSpecIsReadWithoutTheWeights() throws IOException {
        ModelFile.write(model, file("a.zip"));
        assertEquals(model.spec(), ModelFile.readSpec(file("a.zip")));
        byte[] whole = Files.readAllBytes(file("a.zip"));
        Files.write(file("cut.zip"), Arrays.copyOf(whole, whole.length - 200));
        assertEquals("the end is not looked at", model.spec(), ModelFile.readSpec(file("cut.zip")));
        Files.write(file("none.zip"), new byte[] {1, 2, 3});
        String message = assertThrows(ModelException.class, () -> ModelFile.readSpec(file("none.zip")))
                .getMessage();
        assertTrue(message, message.contains("none.zip"));
    }

    @Test
    public void streamsAreReadAsFilesAre() throws IOException {
        assertSame(model, ModelFile.read(new ByteArrayInputStream(ZipFixture.bytesOf(model)), "resource"));
    }

    @Test
    public void sameModelGivesSameBytesInEveryTimeZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            ModelFile.write(model, file("a.zip"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            ModelFile.write(TestModels.model("nuclei"), file("b.zip"));
        } finally {
            TimeZone.setDefault(before);
        }
        assertArrayEquals(Files.readAllBytes(file("a.zip")), Files.readAllBytes(file("b.zip")));
        ModelFile.write(ModelFile.read(file("a.zip")), file("b.zip"));
        assertArrayEquals(Files.readAllBytes(file("a.zip")), Files.readAllBytes(file("b.zip")));
    }

    @Test
    public void anyZipProgramCanReadIt() throws IOException {
        ModelFile.write(model, file("a.zip"));
        try (ZipFile zip = new ZipFile(file("a.zip").toFile())) {
            assertEquals(3, zip.size());
            byte[] readme = zip.getInputStream(zip.getEntry("README.md")).readAllBytes();
            String text = new String(readme, StandardCharsets.UTF_8);
            assertTrue(text, text.startsWith("# nuclei\n"));
            assertTrue(text, text.contains("## Validation\n\n- validation Dice: 0.95\n"));
            assertTrue(text, text.contains("    joint-attention train --seed 1\n"));
        }
    }

    @Test
    public void zippedAgainByAnotherProgramItStillReads() throws IOException {
        ZipFixture zip = ZipFixture.of(model);
        byte[] yaml = zip.get("rdf.yaml");
        zip.remove("rdf.yaml").remove("README.md").put("folder/", new byte[0]).put("folder/note..txt", "hello");
        zip.put("rdf.yaml", yaml);
        assertSame(model, ModelFile.read(new ByteArrayInputStream(zip.deflated()), "again.zip"));
    }

    @Test
    public void anOlderFileIsReplaced() throws IOException {
        Files.write(file("a.zip"), new byte[100_000]);
        ModelFile.write(model, file("a.zip"));
        assertSame(model, ModelFile.read(file("a.zip")));
    }

    @Test
    public void aFailedWriteLeavesTheOlderFile() throws IOException {
        Files.write(file("a.zip"), new byte[] {1, 2, 3});
        float[] values = {Float.NaN};
        Weights broken = new Weights(Map.of("x", new WeightArray(new int[] {1}, values)));
        Model diverged = new Model(model.spec(), broken, model.card());
        assertRefused(() -> ModelFile.write(diverged, file("a.zip")), "a.zip", "'x'", "NaN");
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file("a.zip")));
        assertEquals(List.of("a.zip"), names());
    }

    @Test
    public void modelsThatWouldComeBackDifferentAreNotWritten() {
        AttentionSpec shouting = new AttentionSpec("JOINT", "", List.of("bottleneck"));
        ModelSpec s = model.spec();
        ModelSpec spec = new ModelSpec(
                s.backbone(), shouting, s.channels(), s.classes(), s.normalization(), s.scale(), s.tile());
        assertRefused(
                () -> ModelFile.write(new Model(spec, model.weights(), model.card()), file("a.zip")),
                "a.zip",
                "JOINT",
                "exactly");
        assertRefused(
                () -> ModelFile.write(TestModels.model("lone \ud800 surrogate"), file("a.zip")), "a.zip", "exactly");
        String endless = new String(new char[2 << 20]).replace('\0', 'x');
        assertRefused(() -> ModelFile.write(TestModels.model(endless), file("a.zip")), "a.zip", "bytes");
        assertEquals(List.of(), names());
    }

    @Test
    public void targetsThatCannotBeWrittenAreNamed() throws IOException {
        assertRefused(() -> ModelFile.write(model, file("none/a.zip")), "a.zip", "none", "does not exist");
        assertRefused(() -> ModelFile.write(model, folder.getRoot().toPath()), "it is a folder");
        Files.write(file("plain"), new byte[1]);
        assertRefused(() -> ModelFile.write(model, file("plain/a.zip")), "plain", "does not exist");
    }

    @Test
    public void readOnlyFoldersAreNamed() throws IOException {
        File locked = folder.newFolder("locked");
        assumeTrue(locked.setWritable(false));
        assumeFalse("the super-user may write anywhere", Files.isWritable(locked.toPath()));
        assertRefused(() -> ModelFile.write(model, file("locked/a.zip")), "locked", "not writable");
    }

    @Test
    public void missingFilesAreNamed() {
        assertRefused(() -> ModelFile.read(file("none.zip")), "none.zip", "no such file");
        assertRefused(
                () -> ModelFile.read(folder.getRoot().toPath()),
                folder.getRoot().getName(),
                "folder");
    }
}
