package org.jointattention.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelFile;
import org.jointattention.model.Weights;

/** A training of seconds: discs on small images, patches of 16 pixels, 10 steps, a checkpoint every 4. */
final class TinyTraining {
    static final int STEPS = 10;
    static final int EVERY = 4;

    private final Engine engine;
    private final Path file;
    private final Split split;
    private final PlanRequest request;

    private TinyTraining(Engine engine, Path file, Split split, PlanRequest request) {
        this.engine = engine;
        this.file = file;
        this.split = split;
        this.request = request;
    }

    static TinyTraining of(Path file) {
        DataSet discs = DataSet.of(PlanSamples.manyDiscs(5, 40, 5, 4), 2);
        PlanRequest request = request(builder -> builder);
        return new TinyTraining(Engines.classPath(), file, Split.of(discs, request), request);
    }

    private static PlanRequest request(UnaryOperator<PlanRequestBuilder> change) {
        return change.apply(PlanRequest.builder()
                        .patch(16)
                        .batch(2)
                        .steps(STEPS)
                        .checkpointEvery(EVERY)
                        .scale(1.0)
                        .attention("none"))
                .build();
    }

    TinyTraining with(UnaryOperator<PlanRequestBuilder> change) {
        return new TinyTraining(engine, file, split, request(change));
    }

    /** Trains on one part of a split and validates on the other. */
    TinyTraining on(Split other) {
        return new TinyTraining(engine, file, other, request);
    }

    TinyTraining on(DataSet other) {
        return on(Split.of(other, request));
    }

    TinyTraining on(Engine other) {
        return new TinyTraining(other, file, split, request);
    }

    TinyTraining to(Path other) {
        return new TinyTraining(engine, other, split, request);
    }

    Split split() {
        return split;
    }

    TrainingPlan plan() {
        return TrainingPlan.of(split, request);
    }

    Training training() {
        ModelCard card = new ModelCard("tiny", "", "", "", "", "", Map.of());
        return new Training(engine, plan(), split, card, file)
                .withDevice(DeviceChoice.CPU)
                .withThreads(1);
    }

    TrainingOutcome run() {
        return training().run(TrainingListener.NONE);
    }

    TrainingOutcome run(TrainingListener listener) {
        return training().run(listener);
    }

    TrainingOutcome resume() {
        return training().resume(TrainingListener.NONE);
    }

    CheckpointFolder folder() {
        return new CheckpointFolder(file);
    }

    Weights weights() {
        return ModelFile.read(file).weights();
    }

    /** The rows of history.csv without their second column, the time. */
    String history() {
        try {
            return Files.readAllLines(folder().history(), StandardCharsets.UTF_8).stream()
                    .map(line -> line.replaceFirst(",[^,]*", ""))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
