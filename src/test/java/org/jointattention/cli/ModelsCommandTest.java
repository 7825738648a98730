package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointattention.model.CardText;
import org.jointattention.model.Model;
import org.jointattention.model.ModelException;
import org.jointattention.model.ModelFile;
import org.jointattention.model.TestModels;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine;

public class ModelsCommandTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = new CommandLine(new ModelsCommand());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(args);
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
        assertEquals(0, run("--folder", folder.getRoot().toString()));
        String text = out.toString();
        assertTrue(text, text.contains("good.zip"));
        assertTrue(text, text.contains("licence: CC0-1.0"));
        assertTrue(text, text.contains("joint:competitive@bottleneck,skip1"));
        assertTrue(text, text.contains("validation Dice: 0.95"));
        assertTrue(text, text.contains("bad.zip"));
        assertTrue(text, text.contains("broken: "));
        assertEquals("", err.toString());
    }

    @Test
    public void listsBundledModelsWithoutArguments() {
        assertEquals(0, run());
        assertTrue(out.toString().length() > 0);
    }

    @Test
    public void printsTheWholeCard() {
        Model model = TestModels.model("Good model");
        assertEquals(0, run(write("good.zip", model).toString()));
        assertEquals(CardText.markdown(model.spec(), model.card()), out.toString());
    }

    @Test
    public void terminalsGetNoEscapeSequences() {
        assertEquals(
                0,
                run(write("evil.zip", TestModels.model("evil \u001b[2J\u009b2J"))
                        .toString()));
        assertTrue(out.toString(), out.toString().startsWith("# evil ?[2J?2J\n"));
    }

    @Test
    public void unknownModelsAndFoldersFail() {
        assertTrue(failure("no-such-model").contains("no-such-model"));
        assertTrue(failure("--folder", "/no/such/folder").contains("/no/such/folder"));
    }

    /** The message of the exception that the main class turns into exit status 1. */
    private static String failure(String... args) {
        ModelsCommand command = new ModelsCommand();
        new CommandLine(command).parseArgs(args);
        return assertThrows(ModelException.class, command::call).getMessage();
    }

    @Test
    public void wrongArgumentsAreMisuse() {
        assertEquals(2, run("a", "b"));
        assertEquals(2, run("--nonsense"));
        assertEquals(2, run("a", "--folder", "b"));
        assertEquals("", out.toString());
        assertTrue(err.toString(), err.toString().contains("--folder"));
    }
}
