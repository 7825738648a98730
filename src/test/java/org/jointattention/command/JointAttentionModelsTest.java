package org.jointattention.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.model.BundledModels;
import org.jointattention.model.ModelFile;
import org.jointattention.model.TestModels;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class JointAttentionModelsTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public CommandHost host = new CommandHost();

    private Path models;
    private Path file;

    @Before
    public void writeModel() {
        models = folder.getRoot().toPath().resolve("new/models");
        System.setProperty(HostFolders.MODELS_PROPERTY, models.toString());
        file = folder.getRoot().toPath().resolve("mine.zip");
        ModelFile.write(TestModels.model("mine"), file);
    }

    @After
    public void forgetFolder() {
        System.clearProperty(HostFolders.MODELS_PROPERTY);
    }

    private String run(Object... inputs) throws Exception {
        return (String) host.run(JointAttentionModels.class, inputs).getOutput("info");
    }

    private String refusal(Object... inputs) {
        return host.refusal(JointAttentionModels.class, inputs);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @Test
    public void importsWithoutReplacing() throws Exception {
        String done = run("action", "Import", "path", file.toFile());
        assertTrue(done, done.contains(models.resolve("mine.zip").toString()));
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(models.resolve("mine.zip")));
        run("action", "Import", "path", file.toFile());
        assertEquals("the same model is not taken twice", List.of("mine.zip"), names(models));
        ModelFile.write(TestModels.model("other"), file);
        run("action", "Import", "path", file.toFile());
        assertEquals(List.of("mine-2.zip", "mine.zip"), names(models));
        assertEquals("mine", ModelFile.read(models.resolve("mine.zip")).card().name());
        assertEquals(
                "other", ModelFile.read(models.resolve("mine-2.zip")).card().name());
    }

    @Test
    public void importedModelsCanBeChosen() throws Exception {
        run("action", "Import", "path", file.toFile());
        assertTrue(new ModelChoice().names().contains("mine.zip"));
        assertTrue(run("action", "Card", "model", "mine.zip").startsWith("# mine\n"));
    }

    @Test
    public void refusesBrokenFilesAndFolders() throws Exception {
        Path broken = folder.getRoot().toPath().resolve("broken.zip");
        Files.write(broken, new byte[] {'P', 'K', 3, 4, 0});
        assertTrue(refusal("action", "Import", "path", broken.toFile()).contains("broken.zip"));
        assertTrue(refusal("action", "Import", "path", folder.getRoot()).contains("it is a folder"));
        assertTrue(refusal("action", "Import").contains("No file is named"));
        assertFalse("nothing is made for a broken file", Files.exists(models));
    }

    @Test
    public void refusesFoldersThatCannotBe() throws Exception {
        Files.write(folder.getRoot().toPath().resolve("new"), new byte[1]);
        String message = refusal("action", "Import", "path", file.toFile());
        assertTrue(message, message.contains("The folder of models is not usable"));
        Path nowhere = folder.getRoot().toPath().resolve("no/such/copy.zip");
        assertTrue(refusal("action", "Export", "model", "nuclei", "path", nowhere.toFile())
                .contains("does not exist"));
    }

    @Test
    public void exportsBundledAndOwnModelsToFilesAndFolders() throws Exception {
        Path out = folder.newFolder("out").toPath();
        run("action", "Export", "model", "nuclei", "path", out.toFile());
        assertEquals(
                new BundledModels().read("nuclei").card(),
                ModelFile.read(out.resolve("nuclei.zip")).card());
        run("action", "Import", "path", file.toFile());
        run(
                "action",
                "Export",
                "model",
                "mine.zip",
                "path",
                out.resolve("copy.zip").toFile());
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(out.resolve("copy.zip")));
        assertEquals(List.of("copy.zip", "nuclei.zip"), names(out));
        String message = refusal("action", "Export", "model", "nuclei", "path", out.toFile());
        assertTrue(message, message.contains("exists already"));
    }

    @Test
    public void listsAllWithTheirProblems() throws Exception {
        run("action", "Import", "path", file.toFile());
        Files.write(models.resolve("bad.zip"), new byte[10]);
        String list = run("action", "List");
        assertTrue(list, list.contains("nuclei\n"));
        assertTrue(list, list.contains("classes: background, nucleus"));
        assertTrue(list, list.contains("broken: " + models.resolve("bad.zip")));
        assertTrue(list, list.contains("name: mine\n"));
    }

    @Test
    public void showsCards() throws Exception {
        String card = run("action", "Card", "path", file.toFile());
        for (String part : List.of("dsb2018", "CC0-1.0", "Caicedo", "background, nucleus", "0.95", "train --seed 1")) {
            assertTrue(part, card.contains(part));
        }
        assertTrue(refusal("action", "Card", "model", "none").contains("There is no model 'none'"));
        assertTrue(refusal("action", "Card").contains("Choose a model"));
        assertTrue(refusal("action", "Fly").contains("action=Fly is unknown: use List, Card"));
    }

    @Test
    public void tellsTheFolderWhereNoDesktopIs() throws Exception {
        assertTrue(run("action", "Open folder").contains(models.toString()));
    }
}
