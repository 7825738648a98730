package org.jointattention.segmentation;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jointattention.engine.Engine;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.ImageException;
import org.jointattention.model.Model;
import org.jointattention.model.ModelException;

/** A model as the user called it, made ready to run. */
public final class ModelRun {
    private final String name;
    private final Model model;

    /** @param name a bundled model's name, or a file, as given */
    public ModelRun(String name, Model model) {
        this.name = name;
        this.model = model;
    }

    /** @throws RuntimeException of the engine or of the model; its message names the model */
    public Predictor predictor(Engine engine, PredictorOptions options) {
        try {
            return engine.predictor(model.spec(), model.weights(), options);
        } catch (EngineException e) {
            throw new EngineException(e.getMessage() + " (Model: " + name + ")", e);
        } catch (ModelException e) {
            throw new ModelException("The model " + name + " cannot be run: " + e.getMessage(), e);
        }
    }

    /** @param first the first of the images to come: what an automatic precision is judged on */
    public Predictor predictor(Engine engine, PredictorOptions options, Path first) {
        return predictor(engine, withSample(options, () -> sample(first, options)));
    }

    /** @param first the first of the images to come: what an automatic precision is judged on */
    public Predictor predictor(Engine engine, PredictorOptions options, ImagePlus first) {
        return predictor(
                engine,
                withSample(options, () -> SampleTile.of(model.spec(), first, options.height(), options.width())));
    }

    private float[] sample(Path first, PredictorOptions options) {
        int rows = (int) Math.ceil(options.height() / model.spec().scale());
        FilePlanes planes = FilePlanes.inParts(first, model.spec(), true, rows);
        return SampleTile.of(model.spec(), planes.plane(0), options.height(), options.width());
    }

    private PredictorOptions withSample(PredictorOptions options, Supplier<float[]> tile) {
        if (options.precision() != Precision.AUTO) {
            return options;
        }
        try {
            return options.withSample(tile.get());
        } catch (ImageException | SegmentationException | OutOfMemoryError e) {
            // It is reported when its turn comes to be segmented; the images after it may be fine.
            return options;
        }
    }

    /** What results carry with them. */
    public String info(Predictor predictor, int overlap) {
        return ResultInfo.of(name, model, predictor, overlap);
    }
}
