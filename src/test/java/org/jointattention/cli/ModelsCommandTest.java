package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointattention.model.CardText;
import org.jointattention.model.Model;
import org.jointattention.model.ModelFile;
import org.jointattention.model.TestModels;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ModelsCommandTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private static CommandRun run(String... args) {
        return new CommandRun(new ModelsCommand(), args);
    }

    /** What a run prints that must go well. */
    private static String list(String... args) {
        CommandRun run = run(args);
        assertEquals("", run.err());
        assertEquals(0, run.status());
        return run.out();
    }

    /** The complaint of a run that must fail. */
    private static String failure(String... args) {
        CommandRun run = run(args);
        assertEquals("", run.out());
        assertEquals(1, run.status());
        return run.err();
    }

    private Path write(String name, Model model) {
        Path file = folder.getRoot().toPath().resolve(name);
        ModelFile.write(model, file);
        return file;
    }

    @Test
    public void listsAFolderWithItsBrokenFiles() throws IOException {
        write("good.zip", TestModels.model("Good model"));
        Files.write(folder.getRoot().toPath().resolve("bad.zip"), new byte[9]);
        String text = list("--folder", folder.getRoot().toString());
        assertTrue(text, text.contains("good.zip"));
        assertTrue(text, text.contains("licence: CC0-1.0"));
        assertTrue(text, text.contains("joint:competitive@bottleneck,skip1"));
        assertTrue(text, text.contains("validation Dice: 0.95"));
        assertTrue(text, text.contains("bad.zip"));
        assertTrue(text, text.contains("broken: "));
    }

    @Test
    public void listsBundledModelsWithoutArguments() {
        assertTrue(list().contains("nuclei\n"));
    }

    @Test
    public void printsTheWholeCard() {
        Model model = TestModels.model("Good model");
        assertEquals(
                CardText.markdown(model.spec(), model.card()),
                list(write("good.zip", model).toString()));
    }

    @Test
    public void terminalsGetNoEscapeSequences() {
        Path evil = write("evil.zip", TestModels.model("evil \u001b[2J\u009b2J"));
        assertTrue(list(evil.toString()).startsWith("# evil ?[2J?2J\n"));
    }

    @Test
    public void unknownModelsAndFoldersFail() {
        assertTrue(failure("no-such-model").contains("no-such-model"));
        assertTrue(failure("--folder", "/no/such/folder").contains("/no/such/folder"));
    }

    @Test
    public void wrongArgumentsAreMisuse() {
        assertEquals(2, run("a", "b").status());
        assertEquals(2, run("--nonsense").status());
        CommandRun both = run("a", "--folder", "b");
        assertEquals(2, both.status());
        assertEquals("", both.out());
        assertTrue(both.err(), both.err().contains("--folder"));
    }
}
