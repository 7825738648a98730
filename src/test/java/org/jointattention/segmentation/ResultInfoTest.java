package org.jointattention.segmentation;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ProgramVersion;
import org.jointattention.model.Weights;
import org.junit.Test;

public class ResultInfoTest {
    private static String info(String name) {
        ModelCard card = new ModelCard("cells", "", "", "", "", "", Map.of());
        Model model = new Model(Planes.model(1, 1, 64, 16), new Weights(Map.of()), card);
        FakePredictor predictor = new FakePredictor(1, 48, 64, 1, FakePredictor.perPixel());
        return ResultInfo.of(name, model, predictor, 8);
    }

    @Test
    public void saysHowTheResultIsMade() {
        String info = info("cells");
        assertTrue(info, info.startsWith("Made by: " + ProgramVersion.program() + "\nModel: cells\n"));
        assertTrue(info, info.contains("\nPrecision: float32 ("));
        assertTrue(info, info.endsWith("\nTile: 64x48\nOverlap: 8\n"));
    }

    @Test
    public void namesTheFileToo() {
        assertTrue(info("models/a.zip").contains("\nModel: cells (models/a.zip)\n"));
        assertFalse(info("cells").contains("cells ("));
    }
}
