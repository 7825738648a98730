package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.model.LabelClass;
import org.jointattention.model.Model;
import org.jointattention.model.ModelFile;
import org.jointattention.training.ScriptedEngine;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TrainCommandTest {
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

    /** All there is, with the real engine. */
    @Test
    public void trainsAModel() throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = data.command("--steps", "60", "--name", "It's mine", "--description=squares");
        assertEquals(err.toString(), 0, Main.run(new PrintWriter(out), new PrintWriter(err), arguments));
        assertEquals(data.out() + System.lineSeparator(), out.toString());
        assertPlanAndProgress(err.toString());

        Model model = ModelFile.read(data.out());
        assertEquals("It's mine", model.card().name());
        assertEquals("squares", model.card().description());
        String command = model.card().trainingCommand();
        assertTrue(command, command.startsWith("joint-attention train --images " + data.images()));
        assertTrue(command, command.contains("--out '" + data.out() + "'"));
        assertTrue(command, command.contains("--name 'It'\\''s mine'"));
        List<String> rows = Files.readAllLines(data.checkpoints().resolve("history.csv"), StandardCharsets.UTF_8);
        assertEquals("step,seconds,loss,learning_rate,dice_class 1", rows.get(0));
        assertEquals(3, rows.size());
        assertTrue(rows.get(1), rows.get(1).startsWith("50,"));
        assertTrue(Files.exists(data.checkpoints().resolve("history.png")));
    }

    private static void assertPlanAndProgress(String err) {
        assertTrue(err, err.contains("patch") && err.contains("given"));
        assertTrue(err, err.contains("seed") && err.contains("so that training can be repeated"));
        assertTrue(err, err.contains("3 training and 1 validation images; about "));
        String line = "step %s/60  loss \\d\\.\\d{4}%s  \\d+\\.\\d\\d steps/s  \\d+:\\d\\d left";
        String dice = "  validation Dice class 1 [01]\\.\\d{4} \\(best mean [01]\\.\\d{4}\\)";
        assertFound(err, String.format(line, "1", ""));
        assertFound(err, String.format(line, "50", dice));
        assertFound(err, String.format(line, "60", dice));
        assertTrue(err, err.contains("Done after 60 steps"));
        assertTrue(err, err.contains("Best validation Dice "));
        assertTrue(err, err.contains("history.png"));
    }

    private static void assertFound(String text, String expression) {
        assertTrue(text, text.lines().anyMatch(line -> line.matches(expression)));
    }

    /** Users' scripts depend on these names. */
    @Test
    public void allProblemsOfTheImagesAreNamedAtOnce() throws IOException {
        Files.delete(data.masks().resolve("im0.png"));
        CommandRun.square(data.masks().resolve("im1.png"), 50, 50, 1);
        CommandRun.square(data.masks().resolve("im2.png"), 36, 24, 9);
        String err = failure("--steps=4", "--classes=2");
        assertTrue(err, err.startsWith("error: The training data cannot be used: 3 problems."));
        assertTrue(err, err.contains("- im0.png: there is no mask"));
        assertTrue(err, err.contains("- im1.png: this mask has 50x50 pixels, but its image im1.png has 33x24"));
        assertTrue(err, err.contains("- im2.png: it holds 9, but the 2 classes are 0 to 1"));
    }

    @Test
    public void noPairAtAllIsAnError() {
        CommandRun run = new CommandRun(
                new TrainCommand(() -> engine),
                "--images",
                data.images().toString(),
                "--masks",
                temporary.getRoot().toString(),
                "--out",
                data.out().toString());
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("No image has a mask"));
        assertNothingWritten(run);
    }

    @Test
    public void classesMayHaveNames() {
        CommandRun run = run("--steps=4", "--classes=ground, square");
        assertEquals(run.err(), 0, run.status());
        assertTrue(run.err(), run.err().contains("validation Dice square "));
        List<LabelClass> classes = ModelFile.read(data.out()).spec().classes();
        assertEquals("ground", classes.get(0).name());
        assertEquals("square", classes.get(1).name());
    }

    @Test
    public void moreClassesThanTheMasksShowMayBeAskedFor() {
        CommandRun run = run("--steps=4", "--classes=3");
        assertEquals(run.err(), 0, run.status());
        assertEquals(3, ModelFile.read(data.out()).spec().classes().size());
        assertTrue(run.err(), run.err().contains("No pixel of any mask has class 2"));
        assertTrue(run.err(), run.err().contains("class 2 not shown"));
    }

    @Test
    public void outputsThatCannotBeWrittenAreRefusedFirst() throws IOException {
        Path missing = temporary.getRoot().toPath().resolve("missing");
        CommandRun run = new CommandRun(new TrainCommand(() -> engine), data.argumentsTo(missing.resolve("model.zip")));
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("error: The folder " + missing));
        assertNothingWritten(run);
        Files.createDirectory(data.out());
        assertTrue(failure("--steps=4").contains("is a folder"));
    }

    @Test
    public void memoryIsSaidAndRefused() {
        engine.tooLarge();
        String err = failure("--steps=4");
        assertTrue(err, err.contains("about 999.0 GB of memory"));
        assertTrue(err, err.contains("error: Training needs about 999.0 GB of memory, but only"));
    }

    @Test
    public void deviceAndThreadsReachTheEngine() {
        run("--steps=4", "--threads=3", "--device=gpu");
        assertEquals(3, engine.options().get(0).threads());
        assertEquals(DeviceChoice.GPU, engine.options().get(0).device());
    }

    @Test
    public void aGpuGetsTheLargerPreset() {
        engine.withDevice("GPU");
        assertPreset("base", "a GPU computes", "--steps=2");
        assertPreset("base", "a GPU computes", "--steps=2", "--device=gpu");
        assertPreset("small", "the CPU computes", "--steps=2", "--device=cpu");
        assertPreset("small", "given", "--steps=2", "--preset=small");
        engine.withDevice("CPU");
        assertPreset("small", "the CPU computes", "--steps=2", "--device=auto");
    }

    private void assertPreset(String preset, String reason, String... options) {
        String err = run(options).err();
        assertFound(err, "preset +" + preset + " +" + reason);
    }

    @Test
    public void resumingGoesOnAndIsNotPartOfTheCommand() {
        String err = failure("--steps=4", "--resume");
        assertTrue(err, err.contains("no checkpoint"));
        engine.loss(step -> step == 55 ? Double.NaN : 0);
        CommandRun diverged = run("--steps=60");
        assertEquals(1, diverged.status());
        assertTrue(diverged.err(), diverged.err().contains("step 50 were saved to " + data.out()));
        engine.loss(step -> 0);
        CommandRun resumed = run("--steps=60", "--resume");
        assertEquals(resumed.err(), 0, resumed.status());
        assertFound(resumed.err(), "step 51/60 .*");
        assertTrue(resumed.err(), resumed.err().startsWith("Going on from step 50 of 60 with the settings"));
        assertFalse(resumed.err(), resumed.err().contains("so that training can be repeated"));
        assertFalse(ModelFile.read(data.out()).card().trainingCommand().contains("--resume"));
        CommandRun other = run("--steps=70", "--resume", "--learning-rate=0.01");
        assertEquals(1, other.status());
        assertTrue(other.err(), other.err().startsWith("error: "));
        assertTrue(other.err(), other.err().contains("steps was 60, now 70"));
        assertTrue(other.err(), other.err().contains("learning rate was 0.002, now 0.01"));
    }

    @Test
    public void moreStepsProlongAFinishedTraining() {
        run("--steps=60");
        CommandRun same = run("--steps=60", "--resume");
        assertEquals(same.err(), 0, same.status());
        assertTrue(same.err(), same.err().contains("complete already"));
        CommandRun fewer = run("--steps=50", "--resume");
        assertEquals(1, fewer.status());
        assertTrue(fewer.err(), fewer.err().contains("steps was 60, now 50"));
        assertTrue(fewer.err(), fewer.err().contains("or more than 60 steps"));
        CommandRun more = run("--steps=70", "--resume");
        assertEquals(more.err(), 0, more.status());
        assertTrue(more.err(), more.err().contains("of 60 steps is prolonged to 70 steps: it goes on from step 60"));
        assertFound(more.err(), "step 61/70 .*");
        assertTrue(more.err(), more.err().contains("Done after 70 steps"));
    }

    @Test
    public void aForgottenNumberOfStepsDoesNotProlong() {
        run("--steps=60");
        CommandRun forgotten = run("--resume");
        assertEquals(1, forgotten.status());
        assertTrue(forgotten.err(), forgotten.err().contains("steps was 60, now 759"));
        assertTrue(forgotten.err(), forgotten.err().contains("or more than 60 steps"));
    }

    @Test
    public void startsFromAModel() {
        assertEquals(0, run("--steps=4", "--attention=none").status());
        String[] tuned = data.argumentsTo(data.out().resolveSibling("tuned.zip"), "--steps=4", "--start=" + data.out());
        CommandRun run = new CommandRun(new TrainCommand(() -> engine), tuned);
        assertEquals(run.err(), 0, run.status());
        assertTrue(run.err(), run.err().contains("of the model that it starts from"));
        assertEquals(
                "my model",
                ModelFile.read(data.out().resolveSibling("tuned.zip"))
                        .card()
                        .figures()
                        .get("started from"));
        String[] both = data.argumentsTo(data.out().resolveSibling("no.zip"), "--start=" + data.out(), "--preset=base");
        CommandRun refused = new CommandRun(new TrainCommand(() -> engine), both);
        assertEquals(2, refused.status());
        assertTrue(refused.err(), refused.err().contains("keeps the model's preset"));
        assertTrue(run("--start=nobody").err().contains("There is no model 'nobody'"));
    }
}
