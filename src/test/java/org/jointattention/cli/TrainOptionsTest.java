package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
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
        String expected =
                "--attention --attribution --augmentation --backbone --batch --classes --data --description --device --flips"
                        + " --help --images --learning-rate --licence --masks --minutes --name --out --patch --preset --resume --scale"
                        + " --seed --slices --start --steps --threads --validation --validation-images --validation-masks --verbose --version"
                        + " -V -h";
        assertEquals(expected, String.join(" ", names));
    }

    @Test
    public void flipsCanBeChosen() {
        String usage = usageError("--flips=sideways");
        assertTrue(usage, usage.contains("--flips") && usage.contains("left-right"));
        String err = run("--steps=4", "--flips=left-right").err();
        assertTrue(
                err,
                err.matches("(?s).*flip left-right +yes +given.*flip up-down +no +given.*quarter turns +no +given.*"));
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
            "--steps=1.5",
            "--seed=one",
            "--seed=1e3",
            "--minutes=soon",
            "--minutes=Infinity",
            "--no-such-option"
        }) {
            usageError(wrong);
        }
    }

    /** Whatever the images are: the folder of masks is not even there. */
    @Test
    public void numbersOutOfRangeAreUsageErrorsBeforeTheImagesAreRead() throws IOException {
        Files.move(data.masks(), data.masks().resolveSibling("elsewhere"));
        String[][] wrong = {
            {"--minutes=0", "number of minutes is 0; it must be 0.01 to 100000"},
            {"--minutes=-3", "number of minutes is -3"},
            {"--minutes=NaN", "number of minutes is NaN"},
            {"--steps=0", "number of steps is 0"},
            {"--steps=-5", "number of steps is -5"},
            {"--batch=0", "batch is 0"},
            {"--batch=-2", "batch is -2"},
            {"--batch=2000", "batch is 2000; it must be 1 to 1024"},
            {"--patch=0", "patch is 0; it must be 16 to 2048"},
            {"--patch=-64", "patch is -64"},
            {"--patch=100", "patch is 100, which is not a multiple of 8"},
            {"--scale=0", "scale is 0"},
            {"--scale=NaN", "scale is NaN"},
            {"--learning-rate=0", "learning rate is 0"},
            {"--learning-rate=-1", "learning rate is -1"},
            {"--learning-rate=NaN", "learning rate is NaN"},
            {"--validation=-0.1", "validation share is -0.1"},
            {"--validation=0.9", "0 to 0.5"},
            {"--validation=NaN", "validation share is NaN"},
        };
        for (String[] option : wrong) {
            String[] without = Arrays.stream(data.arguments(option[0]))
                    .filter(text -> text.equals(option[0]) || !text.matches("--(batch|patch)=.*"))
                    .toArray(String[]::new);
            CommandRun run = new CommandRun(new TrainCommand(() -> engine), without);
            assertEquals(option[0] + " " + run.err(), 2, run.status());
            assertTrue(run.err(), run.err().contains(option[1]));
            assertNothingWritten(run);
        }
    }

    @Test
    public void aPatchThatTheNetworkOfAGpuCannotPoolIsAUsageError() {
        engine.withDevice("GPU");
        List<String> arguments = new ArrayList<>(List.of(data.arguments("--patch=264")));
        arguments.removeIf(text -> text.equals("--patch=16"));
        CommandRun run = new CommandRun(new TrainCommand(() -> engine), arguments.toArray(new String[0]));
        assertEquals(run.err(), 2, run.status());
        assertTrue(run.err(), run.err().contains("not a multiple of 16"));
        assertNothingWritten(run);
    }

    @Test
    public void valuesThatCannotWorkAreErrors() {
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
