package org.jointattention.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointattention.engine.EngineException;
import org.jointattention.files.FolderLock;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a training writes, and that it writes nothing where it cannot or need not. */
public class TrainingOutputTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final ScriptedEngine engine = new ScriptedEngine();
    private Path root;
    private Path file;
    private TinyTraining training;

    @Before
    public void settings() {
        root = temporary.getRoot().toPath();
        file = root.resolve("model.zip");
        training = TinyTraining.of(file).on(engine);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    private String refusal(TinyTraining refused) {
        String message = assertThrows(TrainingException.class, refused::run).getMessage();
        assertEquals(
                message, assertThrows(TrainingException.class, refused::resume).getMessage());
        assertTrue("refused before the first step", engine.options().isEmpty());
        return message;
    }

    @Test
    public void modelCheckpointAndHistoryAreWrittenAndNothingElse() throws IOException {
        training.run();
        assertEquals(List.of("model.zip", "model.zip.checkpoints"), names(root));
        assertEquals(
                List.of("checkpoint.safetensors", "history.csv", "history.png"),
                names(root.resolve("model.zip.checkpoints")));
    }

    @Test
    public void twoTrainingsOfOneModelAreRefused() throws IOException {
        Path folder = Files.createDirectories(root.resolve("model.zip.checkpoints"));
        try (FolderLock other = FolderLock.tryLock(folder).get()) {
            String message = refusal(training);
            assertTrue(message, message.contains("Another training is writing " + file));
        }
        training.run();
        assertTrue(Files.exists(file));
    }

    @Test
    public void aModelThatWasThereIsKeptByANewTrainingAndReplacedByAResumedOne() throws IOException {
        training.run();
        byte[] first = Files.readAllBytes(file);
        training.with(builder -> builder.seed(9L)).run();
        Path kept = root.resolve("model.zip.checkpoints").resolve("model.previous.zip");
        assertArrayEquals(first, Files.readAllBytes(kept));
        training.with(builder -> builder.seed(9L)).resume();
        assertArrayEquals(first, Files.readAllBytes(kept));
    }

    @Test
    public void aRefusalForMemoryLeavesNothing() throws IOException {
        engine.tooLarge();
        assertTrue(training.training().memoryBytes() > 1e11);
        EngineException failure = assertThrows(EngineException.class, training::run);
        assertTrue(failure.getMessage(), failure.getMessage().contains("memory"));
        assertTrue(names(root).isEmpty());
    }

    @Test
    public void theRealEngineRefusesWhatDoesNotFit() throws IOException {
        TinyTraining huge = TinyTraining.of(file)
                .with(builder -> builder.patch(2048).batch(16).depth(1));
        Assume.assumeTrue(huge.training().memoryBytes() > machineBytes());
        EngineException failure = assertThrows(EngineException.class, huge::run);
        assertTrue(failure.getMessage(), failure.getMessage().contains("GB of memory"));
        assertTrue(failure.getMessage(), failure.getMessage().contains("smaller batch"));
        assertTrue(names(root).isEmpty());
    }

    private static long machineBytes() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalPhysicalMemorySize();
    }

    @Test
    public void aFolderIsNoModelFile() throws IOException {
        Files.createDirectory(file);
        assertTrue(refusal(training).contains(file + " is a folder"));
        assertEquals(List.of("model.zip"), names(root));
    }

    @Test
    public void aMissingFolderIsNamed() throws IOException {
        Path missing = root.resolve("missing");
        assertTrue(refusal(training.to(missing.resolve("model.zip"))).contains(missing + " for the model"));
        assertTrue(names(root).isEmpty());
    }

    @Test
    public void aFileInTheWayOfTheCheckpointsIsNamed() throws IOException {
        Path blocking = Files.createFile(root.resolve("model.zip.checkpoints"));
        assertTrue(refusal(training).contains(blocking + " is a file"));
    }

    @Test
    public void aFolderThatMayNotBeWrittenToIsNamed() throws IOException {
        Path locked = temporary.newFolder("locked").toPath();
        Assume.assumeTrue(locked.toFile().setWritable(false));
        Assume.assumeFalse("the superuser may write everywhere", Files.isWritable(locked));
        assertTrue(refusal(training.to(locked.resolve("model.zip"))).contains("No permission to write to " + locked));
    }

    @Test
    public void anEarlierHistoryThatCannotBeReplacedIsNamed() throws IOException {
        Files.createDirectories(training.folder().history().resolve("in the way"));
        String message = assertThrows(TrainingException.class, training::run).getMessage();
        assertTrue(message, message.contains(file + ".checkpoints"));
        assertFalse(Files.exists(file));
    }

    @Test
    public void anInterruptLeavesACheckpointToGoOnFrom() throws IOException {
        engine.loss(step -> {
            if (step == 3) {
                Thread.currentThread().interrupt();
            }
            return 0;
        });
        boolean complete = training.run().complete();
        assertTrue("stays interrupted", Thread.interrupted());
        assertFalse(complete);
        assertTrue(Files.exists(file));
        assertTrue(names(root.resolve("model.zip.checkpoints")).contains("checkpoint.safetensors"));
        engine.loss(step -> 0);
        assertTrue(training.resume().complete());
    }

    @Test
    public void aPictureThatCannotBeDrawnDoesNotEndTheTraining() throws IOException {
        RecordingListener listener = RecordingListener.stoppingAfter(2);
        training.run(listener);
        Files.createDirectory(training.folder().picture());
        RecordingListener after = RecordingListener.toTheEnd();
        assertTrue(training.training().resume(after).complete());
        assertEquals(1, after.warnings().size());
        assertTrue(after.warnings().get(0), after.warnings().get(0).contains("picture"));
        assertTrue(Files.exists(file));
    }
}
