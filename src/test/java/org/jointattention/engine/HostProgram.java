package org.jointattention.engine;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Set;
import org.jointattention.model.Model;
import org.jointattention.model.ModelStore;
import org.jointattention.segmentation.ImageSegmenter;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;

/**
 * A program with plugins, as Fiji is, for a process of its own. Each argument is a step: {@code other} computes with
 * another plugin's TensorFlow, {@code ours=FOLDER} segments an image with ours from that folder.
 */
public final class HostProgram {
    static final String OTHER = "other";
    static final String OURS = "ours=";
    static final String IMAGE = "test-images/nuclei/images/ovals-1.png";

    private HostProgram() {}

    public static void main(String[] steps) throws ReflectiveOperationException {
        for (String step : steps) {
            try {
                System.out.println(step.equals(OTHER) ? other() : ours(Paths.get(step.substring(OURS.length()))));
            } catch (EngineException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }

    private static String other() throws ReflectiveOperationException {
        OtherTensorFlow other = new OtherTensorFlow();
        return "other " + other.version() + " " + other.product(3, 4);
    }

    private static String ours(Path folder) {
        Engine engine = Engines.isolated(folder);
        return "ours " + engine.getClass().getClassLoader().getName() + " " + foreground(engine);
    }

    /** Number of pixels that the bundled model finds in a test image. */
    public static int foreground(Engine engine) {
        Model model = new ModelStore().resolve("nuclei");
        ImagePlus image = IJ.openImage(IMAGE);
        PredictorOptions options = PredictorOptions.tile(256, 256).withPrecision(Precision.FLOAT32);
        try (Predictor predictor = engine.predictor(model.spec(), model.weights(), options)) {
            ImageSegmenter segmenter = new ImageSegmenter(new Segmenter(model.spec(), predictor));
            ImageProcessor labels = segmenter
                    .segment(image, Set.of(Output.LABELS), Progress.NONE)
                    .get(Output.LABELS)
                    .getProcessor();
            int count = 0;
            for (int i = 0; i < labels.getPixelCount(); i++) {
                count += labels.get(i) == 0 ? 0 : 1;
            }
            return count;
        }
    }
}
