package org.jointattention.model;

import static org.jointattention.model.TestModels.assertRefused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ModelStoreTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private BundledModels bundled(String index) throws IOException {
        Path models = folder.newFolder("models").toPath();
        Files.writeString(models.resolve("index.txt"), index);
        ModelFile.write(TestModels.model("Nuclei of cells"), models.resolve("nuclei.zip"));
        URL[] urls = {folder.getRoot().toURI().toURL()};
        return new BundledModels(new URLClassLoader(urls, null));
    }

    @Test
    public void bundledModelsAreThoseOfTheIndex() throws IOException {
        BundledModels bundled = bundled("# comment\n\n  nuclei \r\nlost\n");
        assertEquals(List.of("nuclei", "lost"), bundled.names());
        assertEquals("Nuclei of cells", bundled.read("nuclei").card().name());
        assertRefused(() -> bundled.read("vessels"), "'vessels'", "nuclei, lost");
        assertRefused(() -> bundled.read("lost"), "models/lost.zip");
    }

    @Test
    public void listsTellOfBrokenModels() throws IOException {
        List<ListedModel> listed = bundled("nuclei\nlost\n").list();
        assertEquals(TestModels.spec(), listed.get(0).spec().get());
        assertFalse(listed.get(0).problem().isPresent());
        assertEquals("lost", listed.get(1).name());
        assertTrue(listed.get(1).problem().get().contains("models/lost.zip"));
        assertFalse(listed.get(1).card().isPresent());
    }

    @Test
    public void indexMustBeThereAndPlain() throws IOException {
        assertRefused(() -> new BundledModels(new URLClassLoader(new URL[0], null)), "models/index.txt");
        assertRefused(() -> bundled("../nuclei"), "../nuclei");
    }

    @Test
    public void everyModelOfTheJarIsSound() {
        for (ListedModel model : new BundledModels().list()) {
            assertFalse(model.problem().orElse(""), model.problem().isPresent());
        }
    }

    @Test
    public void resolvesNamesAndFiles() throws IOException {
        ModelStore store = new ModelStore(bundled("nuclei\n"));
        Path file = folder.getRoot().toPath().resolve("mine.zip");
        ModelFile.write(TestModels.model("mine"), file);
        assertEquals("Nuclei of cells", store.resolve("nuclei").card().name());
        assertEquals("mine", store.resolve(file.toString()).card().name());
    }

    @Test
    public void theExtensionMayBeLeftOut() throws IOException {
        Path zip = folder.getRoot().toPath().resolve("mine.zip");
        ModelFile.write(new ModelStore().resolve("nuclei"), zip);
        Path name = zip.resolveSibling("mine");
        assertEquals(zip, ModelStore.withExtension(name));
        assertEquals("nuclei", new ModelStore().resolve(name.toString()).card().name());
        Files.writeString(name, "another file of that very name goes before");
        assertEquals(name, ModelStore.withExtension(name));
        assertEquals(zip, ModelStore.withExtension(zip));
        Files.delete(name);
        Files.createDirectory(name);
        assertEquals("a folder is no model", zip, ModelStore.withExtension(name));
    }

    @Test
    public void unknownModelsNameTheBundledOnes() throws IOException {
        ModelStore store = new ModelStore(bundled("nuclei\n"));
        for (String unknown : new String[] {"nucleus", "/no/such.zip", "a\0b", "../nuclei"}) {
            assertRefused(() -> store.resolve(unknown), "no model", "bundled are: nuclei");
        }
        assertRefused(() -> store.resolve(" "), "name is missing");
        assertRefused(() -> store.resolve(folder.getRoot().toString()), "it is a folder");
        assertRefused(() -> new ModelStore(bundledNone()).resolve("x"), "no models are bundled");
    }

    private BundledModels bundledNone() throws IOException {
        Path root = folder.newFolder("none").toPath();
        Files.createDirectory(root.resolve("models"));
        Files.writeString(root.resolve("models/index.txt"), "# none\n");
        return new BundledModels(new URLClassLoader(new URL[] {root.toUri().toURL()}, null));
    }

    @Test
    public void foldersListTheirZipsSorted() throws IOException {
        Path models = folder.newFolder("mine").toPath();
        ModelFile.write(TestModels.model("second"), models.resolve("b.zip"));
        ModelFile.write(TestModels.model("first"), models.resolve("A.ZIP"));
        Files.write(models.resolve("c.zip"), new byte[10]);
        Files.write(models.resolve(".b.zip.tmp"), new byte[10]);
        Files.write(models.resolve(".hidden.zip"), new byte[10]);
        Files.createDirectory(models.resolve("d.zip"));
        List<ListedModel> listed = new ModelFolder(models).list();
        assertEquals(3, listed.size());
        assertEquals("first", listed.get(0).card().get().name());
        assertEquals("second", listed.get(1).card().get().name());
        assertEquals(models.resolve("c.zip").toString(), listed.get(2).name());
        assertTrue(listed.get(2).problem().get().contains("c.zip"));
        assertRefused(() -> new ModelFolder(models.resolve("none")).list(), "none", "expected a folder");
    }
}
