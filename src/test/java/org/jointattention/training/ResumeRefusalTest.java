package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jointattention.files.AtomicFile;
import org.jointattention.model.Safetensors;
import org.jointattention.model.Weights;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a training must not go on from, and what a new one does to an old one's files. */
public class ResumeRefusalTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final ScriptedEngine engine = new ScriptedEngine();
    private TinyTraining training;
    private CheckpointFolder folder;

    @Before
    public void stopped() {
        training = TinyTraining.of(temporary.getRoot().toPath().resolve("model.zip"))
                .on(engine);
        training.run(RecordingListener.stoppingAfter(6));
        folder = training.folder();
    }

    private static String refusal(TinyTraining other) {
        return assertThrows(TrainingException.class, other::resume).getMessage();
    }

    private String refusalOf(byte[] checkpoint) throws IOException {
        Files.write(folder.checkpoint(), checkpoint);
        String message = refusal(training);
        assertTrue(message, message.contains(folder.checkpoint().toString()));
        assertTrue(message, message.contains("Start a new training"));
        return message;
    }

    @Test
    public void otherSettingsAreNamed() throws IOException {
        byte[] before = Files.readAllBytes(folder.checkpoint());
        String message = refusal(training.with(builder -> builder.steps(12).learningRate(0.01)));
        assertTrue(message, message.contains("steps was 10, now 12"));
        assertTrue(message, message.contains("learning rate was 0.002, now 0.01"));
        assertTrue(message, message.contains("start a new training"));
        assertFalse(message, message.contains("seed"));
        assertArrayEquals(before, Files.readAllBytes(folder.checkpoint()));
        assertTrue(refusal(training.with(builder -> builder.seed(2L))).contains("seed was 1, now 2"));
        assertTrue(refusal(training.with(builder -> builder.steps(null).minutes(1.0)))
                .contains("minutes was nothing, now 1"));
    }

    @Test
    public void otherImagesAreNamed() {
        Split split = training.split();
        Sample first = split.train().samples().get(0);
        byte[] labels = first.labels().clone();
        labels[0] ^= 1;
        Sample mended = new Sample(first.name(), first.image(), labels);
        DataSet changed = split.train().map(sample -> sample == first ? mended : sample);
        String message = refusal(training.on(new Split(changed, split.validation())));
        assertTrue(message, message.contains("training image 1 was 40x40 (40x40 px, checksum "));
        assertFalse(message, message.contains("training image 2"));

        List<Sample> fewer = split.train().samples().subList(1, 4);
        message = refusal(training.on(new Split(DataSet.of(fewer, 2), split.validation())));
        assertTrue(message, message.contains("validation was 1 of 5 images, now 1 of 4 images"));
        assertTrue(message, message.contains("training image 4 was 40x40 (40x40 px, checksum"));
        assertTrue(message, message.contains("now nothing"));
    }

    @Test
    public void deviceAndThreadsMayChange() {
        training.training().withThreads(2).resume(TrainingListener.NONE);
        assertEquals(2, engine.options().get(1).threads());
    }

    @Test
    public void withoutCheckpointThereIsNothingToResume() throws IOException {
        Path elsewhere = temporary.getRoot().toPath().resolve("other.zip");
        String message = refusal(training.to(elsewhere));
        assertTrue(message, message.contains("no checkpoint in " + elsewhere + ".checkpoints"));
        assertFalse(Files.exists(elsewhere.resolveSibling("other.zip.checkpoints")));
        Files.delete(folder.checkpoint());
        assertTrue(refusal(training).contains("no checkpoint"));
    }

    @Test
    public void brokenCheckpointsAreNamed() throws IOException {
        byte[] whole = Files.readAllBytes(folder.checkpoint());
        for (int length : new int[] {0, 7, 100, whole.length / 2, whole.length - 1}) {
            refusalOf(Arrays.copyOf(whole, length));
        }
        refusalOf(Arrays.copyOf(whole, whole.length + 1));
        refusalOf("no checkpoint at all".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.checkpoint(), whole);
        assertTrue(training.resume().complete());
    }

    @Test
    public void foreignSafetensorsAreNoCheckpoint() throws IOException {
        Weights weights = training.weights();
        AtomicFile.write(folder.checkpoint(), out -> Safetensors.write(weights, out));
        assertTrue(refusalOf(Files.readAllBytes(folder.checkpoint())).contains("not written by a training"));
    }

    @Test
    public void aCheckpointWithoutStepIsNamed() throws IOException {
        String text = new String(Files.readAllBytes(folder.checkpoint()), StandardCharsets.ISO_8859_1);
        String without = text.replace("\"step\"", "\"stop\"");
        assertTrue(refusalOf(without.getBytes(StandardCharsets.ISO_8859_1)).contains("no 'step'"));
    }

    @Test
    public void anotherTrainingStartsAnewAndKeepsTheOldCheckpointAside() throws IOException {
        byte[] old = Files.readAllBytes(folder.checkpoint());
        TinyTraining anew = training.with(builder -> builder.seed(2L));
        TinyTraining elsewhere = anew.to(temporary.getRoot().toPath().resolve("elsewhere.zip"));
        elsewhere.run();
        anew.run(RecordingListener.stoppingAfter(2));
        assertEquals(1, anew.history().split("\n").length);
        assertFalse(Files.exists(folder.picture()));
        assertArrayEquals(old, Files.readAllBytes(folder.previous()));
        assertTrue(refusal(training).contains("seed was 2, now 1"));
        assertTrue(anew.resume().complete());
        assertEquals(elsewhere.history(), anew.history());
        assertEquals(elsewhere.weights(), anew.weights());
    }

    @Test
    public void theOldCheckpointCanBePutBack() throws IOException {
        training.run(RecordingListener.stoppingAfter(2));
        Files.delete(folder.checkpoint());
        Files.move(folder.previous(), folder.checkpoint());
        assertTrue(training.resume().complete());
        assertEquals(4, training.history().split("\n").length);
    }
}
