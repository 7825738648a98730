package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engines;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.FloatPlane;
import org.jointattention.model.Model;
import org.jointattention.model.ModelFile;
import org.jointattention.model.ModelSpec;
import org.jointattention.segmentation.LabelRows;
import org.jointattention.segmentation.Progress;
import org.jointattention.segmentation.Segmenter;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The Dice that a training reports is the one that users get from the model file. */
public class ValidationTest {
    private static final int STEPS = 60;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    /** Trains, and compares the best Dice with that of the folded model on the validation images. */
    private double train(DataSet data, UnaryOperator<PlanRequestBuilder> change) {
        Path file = temporary.getRoot().toPath().resolve("model.zip");
        TinyTraining training = TinyTraining.of(file)
                .with(builder ->
                        change.apply(builder.steps(STEPS).checkpointEvery(STEPS).learningRate(0.01)))
                .on(data);
        double reported = training.run().bestDice().getAsDouble();
        double folded = dice(ModelFile.read(file), training.split().validation());
        assertEquals(folded, reported, 1e-4);
        return reported;
    }

    /** Dice of class 1 by its definition. */
    private static double dice(Model model, DataSet data) {
        PredictorOptions options = PredictorOptions.tile(
                        model.spec().tile().size(), model.spec().tile().size())
                .withThreads(1)
                .withDevice(DeviceChoice.CPU)
                .withPrecision(Precision.FLOAT32);
        double both = 0;
        double sum = 0;
        try (Predictor predictor = Engines.classPath().predictor(model.spec(), model.weights(), options)) {
            Segmenter segmenter = new Segmenter(model.spec(), predictor);
            for (Sample sample : data.samples()) {
                FloatPlane image = sample.image();
                LabelRows found = new LabelRows(image.width(), image.height());
                segmenter.segment(image.view(), found, Progress.NONE);
                for (int i = 0; i < sample.labels().length; i++) {
                    if ((sample.labels()[i] & 0xff) != ModelSpec.IGNORE) {
                        both += sample.labels()[i] == 1 && found.labels()[i] == 1 ? 1 : 0;
                        sum += (sample.labels()[i] == 1 ? 1 : 0) + (found.labels()[i] == 1 ? 1 : 0);
                    }
                }
            }
        }
        return 2 * both / sum;
    }

    @Test
    public void discsAreLearned() {
        double dice = train(
                DataSet.of(PlanSamples.manyDiscs(5, 40, 5, 4), 2), builder -> builder.attention("joint@bottleneck"));
        assertTrue("Dice " + dice, dice > 0.6);
    }

    @Test
    public void imagesAreHalvedAlikeInTrainingAndUse() {
        double dice = train(DataSet.of(PlanSamples.manyDiscs(4, 67, 9, 4), 2), builder -> builder.scale(0.5));
        assertTrue("Dice " + dice, dice > 0.6);
    }

    @Test
    public void coloursAndSparseLabelsAreLearned() {
        double dice = train(DataSet.of(colours(4), 2), builder -> builder);
        assertTrue("Dice " + dice, dice > 0.6);
    }

    /** Discs that differ from their ground in colour only, not in brightness; 3 % of the pixels are labelled. */
    private static List<Sample> colours(int images) {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(5);
        for (Sample discs : PlanSamples.manyDiscs(images, 40, 6, 4)) {
            float[] values = new float[discs.labels().length * 3];
            for (int i = 0; i < discs.labels().length; i++) {
                for (int c = 0; c < 3; c++) {
                    int sign = c == discs.labels()[i] ? 1 : c == 2 ? 0 : -1;
                    values[i * 3 + c] = (float) (100 + 30 * sign + 10 * random.nextGaussian());
                }
            }
            Sample sparse = PlanSamples.sparse(discs, 0.03, random.nextLong());
            samples.add(new Sample("colours", new FloatPlane(40, 40, 3, values), sparse.labels()));
        }
        return samples;
    }
}
