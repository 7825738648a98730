package org.jointattention.comparison;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.model.BackboneSpec;
import org.jointattention.training.TrainingPlan;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Plans of trainings, with the networks as large as they are. */
public class CellDataTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final Engine engine = Engines.classPath();

    @Before
    public void makeData() throws IOException {
        Plans.squares(root());
    }

    private Path root() {
        return temporary.getRoot().toPath();
    }

    private CellData data() throws IOException {
        ComparisonPlan plan = Plans.plan(
                root(),
                "backbones: [denseunet, unet]",
                "attentions: [none, joint]",
                "seeds: [1]",
                "training: {steps: 5, patch: 64}",
                "data: [{name: squares}]");
        return new CellData(engine, plan, plan.data("squares"), 1);
    }

    @Test
    public void everyNetworkHasAboutTheWeightsOfTheReference() throws IOException {
        CellData data = data();
        long target = data.weights(data.plan(new Cell("squares", "denseunet", "none@bottleneck", 1))
                .spec());
        for (String attention : new String[] {"none@bottleneck", "joint@bottleneck"}) {
            TrainingPlan plan = data.plan(new Cell("squares", "unet", attention, 1));
            BackboneSpec unet = plan.spec().backbone();
            assertEquals(unet + " " + attention, target, data.weights(plan.spec()), 0.05 * target);
            assertEquals(
                    unet + " " + attention,
                    attention.startsWith("none"),
                    unet.bottleneckWidth().isPresent());
        }
    }

    @Test
    public void noticesImagesThatAreChanged() throws IOException {
        CellData data = data();
        assertTrue(data.isUnchanged());
        Path mask = root().resolve("squares/train/masks/im1.png");
        Files.write(mask, Files.readAllBytes(root().resolve("squares/train/masks/im2.png")));
        assertFalse(data.isUnchanged());
        assertTrue(!data().checksum().equals(data.checksum()));
    }
}
