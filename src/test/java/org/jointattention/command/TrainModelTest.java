package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.image.ImageFiles;
import org.jointattention.model.Model;
import org.jointattention.model.ModelFile;
import org.jointattention.training.Discs;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The training command in a script without a display, with the real engine. */
public class TrainModelTest {
    @Rule
    public final CommandHost commands = new CommandHost();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path models;

    @Before
    public void folder() {
        models = temporary.getRoot().toPath().resolve("models");
        System.setProperty(HostFolders.MODELS_PROPERTY, models.toString());
    }

    @After
    public void forget() {
        System.clearProperty(HostFolders.MODELS_PROPERTY);
    }

    private static Object[] inputs(String source, Object... more) {
        List<Object> inputs = new ArrayList<>(Arrays.asList("source", source, "steps", 4, "patch", 16, "batch", 2));
        List<Object> given = Arrays.asList(more);
        if (!given.contains("attention") && !given.contains("fine-tune")) {
            inputs.addAll(Arrays.asList("attention", "none"));
        }
        inputs.addAll(Arrays.asList("device", "cpu", "threads", 1));
        for (int i = 0; i < more.length; i += 2) {
            int at = inputs.indexOf(more[i]);
            if (at >= 0) {
                inputs.set(at + 1, more[i + 1]);
            } else {
                inputs.addAll(given.subList(i, i + 2));
            }
        }
        return inputs.toArray();
    }

    private String train(String source, Object... more) {
        return (String) commands.run(TrainModel.class, inputs(source, more)).getOutput("info");
    }

    private String failure(String source, Object... more) {
        return commands.refusal(TrainModel.class, inputs(source, more));
    }

    private static void assertContains(String text, String part) {
        assertTrue(text, text.contains(part));
    }

    private Model model(String name) {
        return ModelFile.read(models.resolve(name));
    }

    private static String classes(Model model) {
        return model.spec().classes().stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private void openDiscs() {
        CommandHost.open(Discs.image("discs.tif", 3, 1));
        CommandHost.open(Discs.labels("discs_labels.tif", 3, 1));
        CommandHost.open(Discs.image("more", 2, 2));
        CommandHost.open(Discs.labels("more-labels", 2, 2));
        CommandHost.open(Discs.image("other", 1, 3));
    }

    @Test
    public void theNetworkIsChosenByName() {
        openDiscs();
        train(
                "Open images",
                "picture",
                "discs.tif",
                "truth",
                "discs_labels.tif",
                "backbone",
                "unet",
                "saveas",
                new File("u.zip"));
        assertEquals("unet", model("u.zip").spec().backbone().name());
        String message =
                failure("Open images", "picture", "discs.tif", "truth", "discs_labels.tif", "backbone", "vnet");
        assertContains(message, "Unknown backbone 'vnet'");
    }

    @Test
    public void foldersAreTrainedOnAndTheModelIsListed() throws IOException {
        File images = temporary.newFolder("images");
        File masks = temporary.newFolder("masks");
        ImageFiles.saveTiff(Discs.image("a", 4, 1), images.toPath().resolve("a.tif"));
        ImageFiles.saveTiff(Discs.labels("a", 4, 1), masks.toPath().resolve("a.tif"));
        String info =
                train("Folders", "images", images, "masks", masks, "classes", "background,disc", "description", "d");
        assertTrue(info, info.contains("Done after 4 steps"));
        assertTrue(info, info.contains("Model: " + models.resolve("images.zip")));
        assertTrue(info, info.contains("Validation Dice: ") && info.contains("\ndevice=CPU reason="));
        assertEquals("background,disc", classes(model("images.zip")));
        assertEquals("d", model("images.zip").card().description());
        String line = model("images.zip").card().trainingCommand();
        assertTrue(line, line.startsWith("run(\"Train Model...\", \"source=Folders images="));
        assertTrue(line, line.contains(" steps=4 ") && line.contains(" seed=1 "));
        assertTrue(new ModelChoice().names().contains("images.zip"));
        train("Folders", "images", images, "masks", masks, "steps", 1);
        assertTrue(Files.exists(models.resolve("images-2.zip")));
        Files.delete(models.resolve("images.zip")); // its checkpoints stay, and belong to no other training
        train("Folders", "images", images, "masks", masks, "steps", 1);
        assertTrue(Files.exists(models.resolve("images-3.zip")));
    }

    @Test
    public void openImagesArePairedByTitle() {
        openDiscs();
        String info = train("Open images", "saveas", new File("all"));
        assertTrue(info, info.contains(models.resolve("all.zip").toString()));
        assertEquals("4", model("all.zip").card().figures().get("training images"));
        assertEquals("1", model("all.zip").card().figures().get("validation images"));
        train("Open images", "picture", "discs.tif", "truth", "discs_labels.tif", "saveas", new File("one"));
        assertEquals("2", model("one.zip").card().figures().get("training images"));
    }

    @Test
    public void aSingleImageLeavesNoneToValidate() {
        CommandHost.open(Discs.image("discs", 1, 1));
        CommandHost.open(Discs.labels("discs-labels", 1, 1));
        String info = train("Open images", "picture", "discs");
        assertTrue(info, info.contains("Validation Dice: none, no validation image"));
        assertEquals("0", model("discs.zip").card().figures().get("validation images"));
    }

    private static ImagePlus annotated(String title, String... names) {
        ImagePlus image = Discs.image(title, 3, 1);
        Overlay overlay = new Overlay();
        for (int i = 0; i < names.length; i++) {
            Roi roi = new Roi(3 + 9 * i, 5, 8, 8);
            roi.setName(names[i]);
            roi.setPosition(i % 2 + 1);
            overlay.add(roi);
        }
        image.setOverlay(overlay);
        return image;
    }

    @Test
    public void roisAreASparseAnnotation() {
        CommandHost.open(annotated("cells", "background", "disc-1", "disc-2", "background-2"));
        CommandHost.open(Discs.image("without", 1, 5));
        train("ROIs", "validation", 0.0);
        Model model = model("cells.zip");
        assertEquals("background,disc", classes(model));
        assertEquals("2", model.card().figures().get("training images"));
    }

    @Test
    public void roisWithoutBackgroundAreRefused() {
        CommandHost.open(annotated("cells", "disc-1", "disc-2"));
        assertContains(failure("ROIs"), "No pixel is labelled background");
        assertContains(failure("ROIs", "origin", "ROI Manager"), "The ROI Manager has no ROIs");
        assertContains(failure("ROIs", "classes", "background,cell"), "not listed, by name: disc");
        CommandHost.open(Discs.image("without", 1, 5));
        assertContains(failure("ROIs", "picture", "without"), "\"without\" has no ROIs in its overlay");
        assertContains(failure("ROIs", "origin", "ROI Manager"), "belong to one: choose it");
    }

    @Test
    public void aTrainingIsResumedAndProlonged() {
        openDiscs();
        train("Open images", "saveas", new File("first"));
        String info = train("open images", "saveas", new File("first"), "mode", "Resume", "steps", 6);
        assertTrue(info, info.contains("Done after 6 steps"));
        assertContains(failure("Open images", "mode", "resume"), "Choose the model file whose training");
        String none = failure("Open images", "mode", "resume", "saveas", new File("none"));
        assertTrue(none, none.contains("There is no checkpoint"));
        String other = failure("Open images", "mode", "resume", "saveas", new File("first"), "steps", 6, "seed", 2);
        assertTrue(other, other.contains("seed was 1, now 2"));
    }

    @Test
    public void aModelIsFineTunedAndThatIsResumed() {
        openDiscs();
        train("Open images", "saveas", new File("first"));
        Object[] tuned = {"saveas", new File("second"), "mode", "fine-tune", "model", "first.zip"};
        train("Open images", tuned);
        assertEquals("first", model("second.zip").card().figures().get("started from"));
        assertEquals(
                model("first.zip").spec().backbone(), model("second.zip").spec().backbone());
        assertNotEquals(model("first.zip").weights(), model("second.zip").weights());
        Object[] again = {"saveas", new File("second"), "mode", "resume", "model", "first.zip", "steps", 5};
        assertTrue(train("Open images", again).contains("Done after 5 steps"));
        again[5] = "none";
        assertContains(failure("Open images", again), "started from one");
        File third = models.resolve("first.zip").toFile();
        train("Open images", "mode", "fine-tune", "modelfile", third, "classes", "3", "saveas", new File("third"));
        assertEquals(3, model("third.zip").spec().classes().size());
        assertContains(failure("Open images", "mode", "fine-tune"), "Choose the model to fine-tune");
    }

    @Test
    public void failuresSayWhatToDo() {
        assertContains(failure("Open images"), "No image is open");
        assertContains(failure("ROIs"), "No image is open");
        assertContains(failure("Folders"), "Choose the folder of images");
        assertContains(failure("Folder"), "source=Folder is unknown: use Folders, Open images, ROIs");
        assertContains(failure("Folders", "mode", "renew"), "mode=renew is unknown: use new, resume, fine-tune");
        assertContains(failure("Folders", "preset", "large"), "preset=large is unknown");
        assertContains(failure("Folders", "device", "tpu"), "device=tpu is unknown: use auto, cpu, gpu");
        assertContains(failure("ROIs", "origin", "Manager"), "origin=Manager is unknown: use Overlay, ROI Manager");
        File missing = new File(temporary.getRoot(), "missing");
        assertTrue(failure("Folders", "images", missing).contains("There is no folder of images " + missing));
        CommandHost.open(Discs.image("cells", 1, 1));
        assertContains(failure("Open images"), "the labels of X are called X_labels. Open: cells.");
        assertContains(failure("Open images", "picture", "gone"), "no open image \"gone\". Open: cells.");
        assertContains(failure("Open images", "picture", "cells"), "No open image is called cells_labels");
        CommandHost.open(Discs.labels("cells_labels", 2, 1));
        assertContains(failure("Open images"), "it has 2 pages, but cells has 1 page");
        CommandHost.open(Discs.labels("cells-labels", 1, 1));
        assertContains(failure("Open images"), "has several label images: cells_labels, cells-labels");
        assertTrue(failure("Open images", "picture", "cells", "truth", "cells-labels", "classes", "1,,2")
                .contains("empty name"));
        assertFalse(Files.exists(models.resolve("cells.zip")));
    }
}
