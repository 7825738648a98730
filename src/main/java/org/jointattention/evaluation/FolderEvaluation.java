package org.jointattention.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares the masks in a folder of predictions with those in a folder of truths. Files belong together by their names
 * without extension; each page of a TIFF is an image. A folder that segmentation wrote is a folder of predictions, too.
 *
 * <p>All files are read twice: first to report everything that does not fit, then to compute.
 *
 * <pre>{@code
 * EvaluationOptions options = EvaluationOptions.standard().withThreads(4);
 * FolderScores scores = new FolderEvaluation(truth, predicted, options).run();
 * new ScoreTable(scores).writeCsv(Paths.get("scores.csv"));
 * }</pre>
 */
public final class FolderEvaluation {
    private final Path truth;
    private final Path predicted;
    private final EvaluationOptions options;
    private final ParallelFiles files;

    public FolderEvaluation(Path truth, Path predicted, EvaluationOptions options) {
        this.truth = Objects.requireNonNull(truth);
        this.predicted = Objects.requireNonNull(predicted);
        this.options = Objects.requireNonNull(options);
        this.files = new ParallelFiles(options.threads());
    }

    /** Same as {@link #run(EvaluationProgress)} without telling anyone. */
    public FolderScores run() {
        return run((done, of) -> {});
    }

    /**
     * @throws EvaluationException listing all truth files without a prediction, or with several, files of differing size, with values that are no
     *     class ids, or unreadable; nothing is computed then
     */
    public FolderScores run(EvaluationProgress progress) {
        Problems problems = new Problems();
        MaskPairs found = new MaskPairs(truth, predicted, options.excluded());
        List<MaskPair> pairs = found.find(problems);
        List<PairCheck> checks = files.map(pairs, PairCheck::new);
        checks.forEach(check -> problems.addAll(check.problems().messages()));
        BinaryReading reading = reading(checks);
        BitSet ids = new BitSet();
        checks.forEach(check -> check.addClassIds(reading, maxId(), ids, problems));
        problems.throwIfAny("The masks cannot be compared:");
        if (!reading.isTruthBinary()) {
            refuseBinary(checks);
        }
        List<Integer> classIds = classIds(ids);
        List<ImageScore> scores = score(pairs, reading, classIds, progress);
        List<String> notes = new ArrayList<>(found.notes());
        notes.addAll(reading.notes());
        return new FolderScores(Metrics.standard(), classIds, scores, notes);
    }

    private BinaryReading reading(List<PairCheck> checks) {
        BitSet predictedValues = new BitSet();
        checks.forEach(check -> check.addPredictedValues(predictedValues));
        return new BinaryReading(truthValues(checks), predictedValues, options.classes());
    }

    private static BitSet truthValues(List<PairCheck> checks) {
        BitSet values = new BitSet();
        checks.forEach(check -> check.addTruthValues(values));
        return values;
    }

    private int maxId() {
        return options.classes().orElse(EvaluationOptions.MAX_CLASSES) - 1;
    }

    /** Without this, masks of 0 and 255 would score as if all of their objects were of no interest. */
    private void refuseBinary(List<PairCheck> checks) {
        BitSet values = truthValues(checks);
        if (values.nextSetBit(1) == Mask.IGNORED) {
            throw new EvaluationException("The masks in " + truth + " have no values but 0 and 255, and 255 means"
                    + " \"ignore\". If 255 is the foreground, divide the masks by 255 so that it becomes class 1.");
        }
    }

    private List<Integer> classIds(BitSet found) {
        if (options.classes().isPresent()) {
            return IntStream.range(1, options.classes().getAsInt()).boxed().collect(Collectors.toList());
        }
        found.clear(0);
        if (found.isEmpty()) {
            found.set(1);
        }
        return found.stream().boxed().collect(Collectors.toList());
    }

    private List<ImageScore> score(
            List<MaskPair> pairs, BinaryReading reading, List<Integer> classIds, EvaluationProgress progress) {
        AtomicInteger done = new AtomicInteger();
        List<List<ImageScore>> scores = files.map(pairs, pair -> {
            List<ImageScore> images = score(pair, reading, classIds);
            synchronized (done) {
                progress.done(done.incrementAndGet(), pairs.size());
            }
            return images;
        });
        return scores.stream().flatMap(List::stream).collect(Collectors.toList());
    }

    private List<ImageScore> score(MaskPair pair, BinaryReading reading, List<Integer> classIds) {
        List<Mask> truths = Mask.read(pair.truth());
        List<Mask> predictions = Mask.read(pair.prediction());
        List<ImageScore> images = new ArrayList<>();
        for (int i = 0; i < truths.size(); i++) {
            ImageComparison comparison =
                    new ImageComparison(reading.ofTruth(truths.get(i)), reading.ofPrediction(predictions.get(i)));
            images.add(ImageScore.of(pair.name(), i + 1, comparison, classIds, Metrics.standard()));
        }
        return images;
    }
}
