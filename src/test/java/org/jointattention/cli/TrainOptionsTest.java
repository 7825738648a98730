package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointattention.training.ScriptedEngine;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code train}. */
public class TrainOptionsTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final ScriptedEngine engine = new ScriptedEngine();
    private TrainingImages data;

    @Before
    public void images() throws IOException {
        data = new TrainingImages(temporary.getRoot().toPath());
    }

    private CommandRun run(String... more) {
        return new CommandRun(new TrainCommand(() -> engine), data.arguments(more));
    }

    private String usageError(String... more) {
        CommandRun run = run(more);
        assertEquals(run.err(), 2, run.status());
        assertNothingWritten(run);
        return run.err();
    }

    private String failure(String... more) {
        CommandRun run = run(more);
        assertEquals(run.err(), 1, run.status());
        assertNothingWritten(run);
        return run.err();
    }

    private void assertNothingWritten(CommandRun run) {
        assertEquals("", run.out());
        assertTrue(engine.options().isEmpty());
        assertFalse(Files.isRegularFile(data.out()));
        assertFalse(Files.exists(data.checkpoints()));
    }

    @Test
    public void theOptionsAreThese() {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : Main.commandLine()
                .getSubcommands()
                .get("train")
                .getCommandSpec()
                .options()) {
            names.addAll(List.of(option.names()));
        }
        String expected = "--attention --attribution --backbone --batch --classes --data --description --device --help"
                + " --images --learning-rate --licence --masks --minutes --name --out --patch --preset --resume --scale"
                + " --seed --steps --threads --validation --validation-images --validation-masks --verbose --version"
                + " -V -h";
        assertEquals(expected, String.join(" ", names));
    }

    @Test
    public void stepsAndMinutesExcludeEachOther() {
        String err = usageError("--steps=4", "--minutes=1");
        assertTrue(err, err.contains("--steps") && err.contains("--minutes"));
    }

    @Test
    public void aShareAndValidationFoldersExcludeEachOther() {
        String images = "--validation-images=" + data.images();
        String masks = "--validation-masks=" + data.masks();
        usageError("--validation=0.2", images, masks);
        usageError(images);
        usageError(masks);
        CommandRun run = run("--steps=4", images, masks);
        assertEquals(run.err(), 0, run.status());
        assertTrue(run.err(), run.err().contains("4 training and 4 validation images"));
        assertTrue(run.err(), run.err().contains("4 of 8 images"));
    }

    @Test
    public void wrongValuesAreUsageErrors() {
        for (String wrong : new String[] {
            "--classes=1",
            "--classes=a,,b",
            "--classes=a,a",
            "--classes=999",
            "--preset=huge",
            "--device=tpu",
            "--threads=-1",
            "--steps=many",
            "--no-such-option"
        }) {
            usageError(wrong);
        }
    }

    @Test
    public void valuesThatCannotWorkAreErrors() {
        assertTrue(failure("--validation=0.9").contains("0 to 0.5"));
        assertTrue(failure("--learning-rate=-1").contains("learning rate"));
        assertTrue(failure("--steps=0").contains("number of steps is 0"));
        assertTrue(failure("--classes=a,b,c,d,e", "--attention=none@skip9").contains("skip9"));
    }

    @Test
    public void theModelMustBeAZip() {
        for (String out : new String[] {"model.jam", ".zip", "/"}) {
            CommandRun run = new CommandRun(new TrainCommand(() -> engine), data.argumentsTo(Paths.get(out)));
            assertEquals(out, 2, run.status());
            assertTrue(run.err(), run.err().contains(".zip file"));
        }
    }
}
