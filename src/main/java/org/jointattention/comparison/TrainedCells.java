package org.jointattention.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engine;
import org.jointattention.engine.EngineException;
import org.jointattention.evaluation.EvaluationScores;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelException;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;
import org.jointattention.training.CheckpointFolder;
import org.jointattention.training.Training;
import org.jointattention.training.TrainingException;
import org.jointattention.training.TrainingListener;
import org.jointattention.training.TrainingOutcome;
import org.jointattention.training.TrainingPlan;
import org.jointattention.training.TrainingProgress;

/** Computes cells: trains the network, chooses its weights by validation, and judges them once on the test images. */
public final class TrainedCells implements CellRunner {
    private final Engine engine;
    private final ComparisonPlan plan;
    private final DeviceChoice device;
    private final int threads;
    private CellData data;

    /** @param threads number of threads; 0 for one a processor */
    public TrainedCells(Engine engine, ComparisonPlan plan, DeviceChoice device, int threads) {
        this.engine = engine;
        this.plan = plan;
        this.device = device;
        this.threads = threads;
    }

    @Override
    public boolean run(CellFolder folder, CellListener listener) {
        Cell cell = folder.cell();
        CellData images = images(cell);
        TrainingPlan training = images.plan(cell);
        CellFigures.Builder figures =
                new CellFigures.Builder().network(training.spec(), images.weights(training.spec()));
        listener.network(
                figures.build().text(CellFigures.PARAMETERS) + " weights: "
                        + training.spec().backbone(),
                training.spec().classes(),
                training.steps());
        TrainingOutcome outcome = train(folder, images, training, listener);
        if (!outcome.complete() || listener.stopped()) {
            return false;
        }
        EvaluationScores scores = new CellJudge(engine, plan.data(cell.data()), device, threads)
                .judge(outcome.model().get(), folder.labels(), listener::stopped);
        if (!images.isUnchanged()) {
            data = null;
            throw new ComparisonException("The images or masks of " + cell.data()
                    + " were changed while the cell was computed: it has to be computed again.");
        }
        folder.finish(
                scores, figures.training(outcome).build(), plan.settings(cell).withImages(images.checksum()));
        new CheckpointFolder(folder.model()).discard();
        return true;
    }

    /** Counts the weights of the network with the least widths, which knows names and places. */
    @Override
    public Optional<String> obstacle(Cell cell) {
        try {
            BackboneSpec least = new BackboneSpec(cell.backbone(), plan.preset().depth(), 1, 1, 1);
            ModelSpec spec = new ModelSpec(
                    least,
                    AttentionSpec.parse(cell.attention()),
                    1,
                    List.of(new LabelClass("background", 0), new LabelClass("object", 1)),
                    NormalizationSpec.meanStd(),
                    1,
                    new TileSpec(least.stride() * 8, 0));
            engine.initialWeights(spec, cell.seed());
            return Optional.empty();
        } catch (EngineException | ModelException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Cells in a row have the same images. */
    private CellData images(Cell cell) {
        if (data == null || !data.isOf(cell)) {
            data = null; // before others are read: memory may not suffice for both
            data = new CellData(engine, plan, plan.data(cell.data()), cell.seed());
        }
        return data;
    }

    private TrainingOutcome train(CellFolder folder, CellData images, TrainingPlan training, CellListener listener) {
        Training run = new Training(engine, training, images.split(), card(folder.cell()), folder.model())
                .withDevice(device)
                .withThreads(threads);
        TrainingListener told = listener(listener);
        if (new CheckpointFolder(folder.model()).hasCheckpoint()) {
            Optional<String> obstacle = obstacle(run, folder.hasImages(images.checksum()));
            if (obstacle.isEmpty()) {
                return run.resume(told);
            }
            listener.note("The training begins anew: " + obstacle.get());
        }
        folder.noteImages(images.checksum());
        return run.run(told);
    }

    /** Why the half-trained network is not what this plan would have come to by now. */
    private static Optional<String> obstacle(Training run, boolean sameImages) {
        if (!sameImages) {
            return Optional.of("The images or masks are not known to be those that it began with.");
        }
        try {
            return run.prolongs() ? Optional.of("The checkpoint is of a shorter one.") : Optional.empty();
        } catch (TrainingException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static ModelCard card(Cell cell) {
        return new ModelCard(
                cell.data() + " " + cell.attention(),
                "Of a comparison: " + cell + ".",
                cell.data(),
                "",
                "",
                "",
                Map.of());
    }

    private static TrainingListener listener(CellListener listener) {
        return new TrainingListener() {
            @Override
            public void progress(TrainingProgress progress) {
                listener.progress(progress);
            }

            @Override
            public boolean stopped() {
                return listener.stopped();
            }

            @Override
            public void warning(String message) {
                listener.note(message);
            }
        };
    }
}
