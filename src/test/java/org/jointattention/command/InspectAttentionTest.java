package org.jointattention.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.process.ByteProcessor;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jointattention.engine.Engines;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelFile;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.module.Module;

public class InspectAttentionTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public CommandHost host = new CommandHost();

    private final ImagePlus image = noise();

    @Before
    public void setModels() {
        System.setProperty(HostFolders.MODELS_PROPERTY, new File(folder.getRoot(), "models").getPath());
    }

    @After
    public void forgetModels() {
        System.clearProperty(HostFolders.MODELS_PROPERTY);
    }

    private static ImagePlus noise() {
        byte[] pixels = new byte[40 * 30];
        new Random(5).nextBytes(pixels);
        ImagePlus image = new ImagePlus("noise.tif", new ByteProcessor(40, 30, pixels));
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().setUnit("um");
        return image;
    }

    private File model(String attention) {
        ModelSpec spec = new ModelSpec(
                new BackboneSpec("denseunet", 2, 2, 4, 4),
                AttentionSpec.parse(attention),
                1,
                List.of(new LabelClass("background", 0), new LabelClass("object", 0xff0000)),
                NormalizationSpec.meanStd(),
                1,
                new TileSpec(16, 4));
        File file = new File(folder.getRoot(), attention.replaceAll("[^a-z0-9]", "_") + ".zip");
        ModelCard card = new ModelCard(attention, "", "", "", "", "", Map.of());
        ModelFile.write(new Model(spec, Engines.classPath().initialWeights(spec, 1), card), file.toPath());
        return file;
    }

    private Module run(Object... inputs) throws Exception {
        Object[] all = new Object[inputs.length + 6];
        Object[] common = {"image", image, "device", "cpu", "threads", 1};
        System.arraycopy(common, 0, all, 0, 6);
        System.arraycopy(inputs, 0, all, 6, inputs.length);
        return host.run(InspectAttention.class, all);
    }

    private String refusal(Object... inputs) {
        return host.refusal(InspectAttention.class, inputs);
    }

    private static double sum(ImagePlus image) {
        double sum = 0;
        for (float value : (float[]) image.getProcessor().getPixels()) {
            sum += value;
        }
        return sum;
    }

    @Test
    public void showsGateAndRow() throws Exception {
        byte[] before = ((byte[]) image.getProcessor().getPixels()).clone();
        Module module = run(
                "modelfile",
                model("joint:competitive@bottleneck,skip1"),
                "block",
                "bottleneck",
                "pointx",
                9,
                "pointy",
                20);
        ImagePlus gate = (ImagePlus) module.getOutput("gate");
        ImagePlus map = (ImagePlus) module.getOutput("map");
        for (ImagePlus output : List.of(gate, map)) {
            assertEquals("40x30x32", output.getWidth() + "x" + output.getHeight() + "x" + output.getBitDepth());
            assertEquals(0.25, output.getCalibration().pixelWidth, 0);
            assertTrue(output.getProcessor().isColorLut());
            String info = output.getInfoProperty();
            assertTrue(info, info.contains("Block: bottleneck (4x4)\n"));
            assertTrue(info, info.contains("Device: CPU"));
            assertTrue(info, info.contains("Image: noise.tif\n"));
        }
        assertEquals("a gate starts at one half", 0.5, gate.getProcessor().getf(20, 10), 1e-4);
        assertEquals(1, sum(map), 1e-4);
        assertTrue(map.getInfoProperty().contains("Point: 9, 20\nPosition in the block: "));
        assertTrue(map.getInfoProperty().contains("Weight of P: 0.5000"));
        assertArrayEquals(before, (byte[]) image.getProcessor().getPixels());
        assertNull(image.getOverlay());
    }

    @Test
    public void takesThePointSelectionElseTheMiddle() throws Exception {
        File model = model("self@bottleneck");
        ImagePlus middle = (ImagePlus) run("modelfile", model).getOutput("map");
        assertTrue(middle.getInfoProperty().contains("Point: 20, 15\n"));
        image.setRoi(new PointRoi(3, 28));
        ImagePlus selected = (ImagePlus) run("modelfile", model, "show", "Row").getOutput("map");
        assertTrue(selected.getInfoProperty().contains("Point: 3, 28\n"));
        assertNotNull("the selection stays", image.getRoi());
    }

    @Test
    public void bothIsWhatTheBlockHas() throws Exception {
        Module gateAlone = run("modelfile", model("pointwise@skip1"), "follow", true);
        assertNotNull("without windows nothing is followed", gateAlone.getOutput("gate"));
        assertNull(gateAlone.getOutput("map"));
    }

    @Test
    public void withoutANameTheFirstModelIsTaken() throws Exception {
        ImagePlus gate = (ImagePlus) run("show", "Gate").getOutput("gate");
        assertTrue(gate.getInfoProperty(), gate.getInfoProperty().contains("Model: nuclei\n"));
    }

    @Test
    public void theActiveImageIsTakenWhereNoneIsGiven() throws Exception {
        CommandHost.open(image);
        Module module = host.run(InspectAttention.class, "modelfile", model("self@bottleneck"), "threads", 1);
        assertEquals("noise-attention", ((ImagePlus) module.getOutput("map")).getTitle());
    }

    @Test
    public void tellsWhatIsWrong() {
        File self = model("self@bottleneck");
        assertTrue(refusal("modelfile", self).contains("There is no image"));
        assertTrue(refusal("image", image, "modelfile", model("none")).contains("no attention blocks"));
        assertTrue(refusal("image", image, "model", "lost").contains("There is no model 'lost'"));
        assertTrue(refusal("image", image, "modelfile", self, "block", "skip7").contains("it has: bottleneck"));
        assertTrue(refusal("image", image, "modelfile", self, "show", "Gate").contains("no point-wise gate"));
        assertTrue(refusal("image", image, "modelfile", self, "show", "All")
                .contains("show=All is unknown: use Gate, Row, Both"));
        assertTrue(refusal("image", image, "modelfile", self, "pointx", 40, "pointy", 0)
                .contains("outside of the image of 40x30"));
        assertTrue(refusal("image", image, "modelfile", self, "pointx", 4).contains("Give both"));
        assertTrue(refusal("image", image, "modelfile", self, "threads", -1).contains("threads=-1"));
    }
}
