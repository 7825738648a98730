package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TrainingFoldersTest {
    private static final PlanRequest AUTOMATIC = PlanRequest.automatic();

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path images;
    private Path masks;
    private Path otherImages;
    private Path otherMasks;
    private TrainingFolders folders;

    @Before
    public void folders() {
        Path root = temporary.getRoot().toPath();
        images = root.resolve("images");
        masks = root.resolve("masks");
        otherImages = root.resolve("other/images");
        otherMasks = root.resolve("other/masks");
        for (String name : new String[] {"a.png", "b.png", "c.png"}) {
            TestFiles.write(images.resolve(name), 2, 2, 10, 20, 30, 40);
            TestFiles.write(masks.resolve(name), 2, 2, 0, 1, 2, 1);
        }
        TestFiles.write(otherImages.resolve("d.png"), 2, 2, 10, 20, 30, 40);
        TestFiles.write(otherMasks.resolve("d.png"), 2, 2, 0, 1, 1, 1);
        folders = new TrainingFolders(images, masks);
    }

    private static int size(DataSet data) {
        return data.samples().size();
    }

    private List<String> problems(TrainingFolders wrong) {
        return assertThrows(DataSetException.class, () -> wrong.load(DataSetOptions.standard(), AUTOMATIC))
                .problems();
    }

    @Test
    public void aShareIsHeldOut() {
        Split split = folders.load(DataSetOptions.standard(), AUTOMATIC);
        assertEquals(2, size(split.train()));
        assertEquals(1, size(split.validation()));
        PlanRequest none = PlanRequest.builder().validationFraction(0.0).build();
        assertEquals(3, size(folders.load(DataSetOptions.standard(), none).train()));
    }

    @Test
    public void validationFoldersAreReadWithTheSameClasses() {
        Split split = folders.withValidation(otherImages, otherMasks).load(DataSetOptions.standard(), AUTOMATIC);
        assertEquals(3, size(split.train()));
        assertEquals("d.png", split.validation().samples().get(0).name());
        assertEquals(3, split.validation().classes());
    }

    @Test
    public void theProblemsOfBothPartsAreNamedAtOnce() {
        TestFiles.write(masks.resolve("b.png"), 1, 2, 0, 1);
        TestFiles.write(otherMasks.resolve("d.png"), 2, 2, 0, 1, 7, 1);
        TestFiles.write(otherImages.resolve("e.png"), 2, 2, 10, 20, 30, 40);
        List<String> problems = assertThrows(
                        DataSetException.class,
                        () -> folders.withValidation(otherImages, otherMasks)
                                .load(DataSetOptions.standard().withClasses(3), AUTOMATIC))
                .problems();
        assertEquals(problems.toString(), 3, problems.size());
        assertTrue(problems.toString(), problems.get(0).startsWith("b.png: this mask has 1x2 pixels"));
        assertTrue(problems.toString(), problems.get(1).startsWith("validation: e.png: there is no mask"));
        assertTrue(problems.toString(), problems.get(2).startsWith("validation: d.png: it holds 7"));
    }

    @Test
    public void classesThatTrainingDoesNotKnowAreNamed() {
        TestFiles.write(otherMasks.resolve("d.png"), 2, 2, 0, 1, 3, 1);
        List<String> problems = problems(folders.withValidation(otherImages, otherMasks));
        assertEquals(problems.toString(), 1, problems.size());
        assertTrue(problems.toString(), problems.get(0).contains("holds 3, but the 3 classes are 0 to 2"));
    }

    @Test
    public void otherChannelsThanInTrainingAreNamed() {
        BufferedImage colour = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        colour.setRGB(0, 0, 0x123456);
        TestFiles.write(otherImages.resolve("d.png"), colour);
        List<String> problems = problems(folders.withValidation(otherImages, otherMasks));
        assertEquals(
                Collections.singletonList("validation: its images have 3 channels, but those to train on have 1."),
                problems);
    }

    @Test
    public void missingFoldersAreNamed() {
        List<String> problems = problems(
                new TrainingFolders(images.resolve("x"), masks).withValidation(otherImages.resolve("y"), otherMasks));
        assertEquals(2, problems.size());
        assertTrue(
                problems.toString(),
                problems.get(0).contains(images.resolve("x").toString()));
        assertTrue(
                problems.toString(),
                problems.get(1).contains(otherImages.resolve("y").toString()));
    }

    /** A plan must not know what is held out to judge it. */
    @Test
    public void thePlanLooksAtTheTrainingPartAlone() {
        Sample dark = PlanSamples.discs(60, 60, 6, 3, 1);
        Sample large = PlanSamples.discs(500, 500, 6, 100, 1);
        Split split = new Split(DataSet.of(List.of(dark, dark), 2), DataSet.of(List.of(large, large, large), 2));
        TrainingPlan plan = TrainingPlan.of(split, AUTOMATIC);
        assertEquals(64, plan.patch());
        assertEquals(0.6, plan.validationFraction(), 1e-12);
        assertEquals("3 of 5 images", validation(plan).value());
        assertTrue(validation(plan).reason(), validation(plan).reason().contains("held out"));
    }

    @Test
    public void thePlanSaysWhatWasHeldOut() {
        DataSet data = DataSet.of(Collections.nCopies(10, PlanSamples.discs(60, 60, 6, 3, 1)), 2);
        PlanRequest given =
                PlanRequest.builder().validationFraction(0.3).seed(4L).build();
        Decision decision = validation(TrainingPlan.of(Split.of(data, given), given));
        assertEquals("3 of 10 images", decision.value());
        assertEquals(Decision.GIVEN, decision.reason());

        DataSet single = DataSet.of(data.samples().subList(0, 1), 2);
        decision = validation(TrainingPlan.of(Split.of(single, AUTOMATIC), AUTOMATIC));
        assertEquals("0 of 1 images", decision.value());
        assertTrue(decision.reason(), decision.reason().contains("single image"));
        assertFalse(decision.reason().equals(Decision.GIVEN));
    }

    @Test
    public void sharesOutOfRangeAreRefused() {
        for (double share : new double[] {-0.1, 0.6, Double.NaN}) {
            PlanRequest request =
                    PlanRequest.builder().validationFraction(share).build();
            assertThrows(PlanException.class, () -> folders.load(DataSetOptions.standard(), request));
        }
    }

    private static Decision validation(TrainingPlan plan) {
        return plan.decisions().stream()
                .filter(decision -> decision.name().equals("validation"))
                .findFirst()
                .get();
    }
}
