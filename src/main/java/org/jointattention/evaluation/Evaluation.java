package org.jointattention.evaluation;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares predictions with truths: open images, or the files of two folders that belong together by their names without
 * extension. Each plane of a stack or page of a TIFF is an image. A folder that segmentation wrote is a folder of
 * predictions, too.
 *
 * <p>All masks are read twice: first to report everything that does not fit, then to compute.
 *
 * <pre>{@code
 * EvaluationOptions options = EvaluationOptions.standard().withThreads(4);
 * EvaluationScores scores = Evaluation.ofFolders(truth, predicted, options).run();
 * new ScoreTable(scores).writeCsv(Paths.get("scores.csv"));
 * }</pre>
 */
public final class Evaluation {
    private final String truths;
    private final Supplier<MaskPairing> pairing;
    private final EvaluationOptions options;
    private final ParallelFiles files;

    private Evaluation(String truths, Supplier<MaskPairing> pairing, EvaluationOptions options) {
        this.truths = truths;
        this.pairing = pairing;
        this.options = Objects.requireNonNull(options);
        this.files = new ParallelFiles(options.threads());
    }

    public static Evaluation ofFolders(Path truth, Path predicted, EvaluationOptions options) {
        return new Evaluation(
                "The masks in " + truth, () -> new MaskPairs(truth, predicted, options.excluded()), options);
    }

    /** Of two images or stacks, plane by plane; the scores bear the name of the prediction. */
    public static Evaluation ofImages(ImagePlus truth, ImagePlus predicted, EvaluationOptions options) {
        MaskPair pair = new MaskPair(predicted.getTitle(), MaskSource.of(truth), MaskSource.of(predicted));
        return new Evaluation("The masks in " + pair.truth(), () -> problems -> List.of(pair), options);
    }

    /** Same as {@link #run(EvaluationProgress)} without telling anyone. */
    public EvaluationScores run() {
        return run((done, of) -> {});
    }

    /**
     * @throws EvaluationException listing all truths without a prediction, or with several, images of differing size, with
     *     values that are no class ids, or unreadable; nothing is computed then
     */
    public EvaluationScores run(EvaluationProgress progress) {
        Count count = new Count(progress);
        Checked checked = new Checked(count);
        List<ImageScore> scores = score(checked, count);
        return new EvaluationScores(Metrics.standard(), checked.classIds, scores, checked.notes);
    }

    /**
     * Where truth and prediction differ, a plane an image, in the order of the scores; images smaller than the largest
     * are continued as if they were of no interest.
     *
     * @throws EvaluationException as {@link #run} does
     */
    public ErrorStack errors(EvaluationProgress progress) {
        Count count = new Count(progress);
        Checked checked = new Checked(count);
        ErrorStack errors = new ErrorStack();
        for (MaskPair pair : checked.pairs) {
            List<Mask> truth = pair.truth().read();
            List<Mask> predicted = pair.prediction().read();
            for (int i = 0; i < truth.size(); i++) {
                String label = truth.size() == 1 ? pair.name() : pair.name() + " " + (i + 1);
                errors.add(
                        label, checked.reading.ofTruth(truth.get(i)), checked.reading.ofPrediction(predicted.get(i)));
            }
            count.next();
        }
        return errors;
    }

    /** Counts files, each twice. */
    private static final class Count {
        private final EvaluationProgress progress;
        private int files;
        private int of;

        Count(EvaluationProgress progress) {
            this.progress = progress;
        }

        synchronized void begin(int number) {
            of = 2 * number;
        }

        synchronized void next() {
            files++;
            progress.done(files, of);
        }
    }

    /** The pairs, found to be comparable, and how they are read. */
    private final class Checked {
        private final List<MaskPair> pairs;
        private final BinaryReading reading;
        private final List<Integer> classIds;
        private final List<String> notes = new ArrayList<>();

        Checked(Count count) {
            Problems problems = new Problems();
            MaskPairing found = pairing.get();
            pairs = found.find(problems);
            count.begin(pairs.size());
            List<PairCheck> checks = files.map(pairs, pair -> {
                PairCheck check = new PairCheck(pair);
                count.next();
                return check;
            });
            checks.forEach(check -> problems.addAll(check.problems().messages()));
            reading = reading(checks);
            BitSet ids = new BitSet();
            checks.forEach(check -> check.addClassIds(reading, maxId(), ids, problems));
            problems.throwIfAny("The masks cannot be compared:");
            if (!reading.isTruthBinary()) {
                refuseBinary(checks);
            }
            classIds = classIds(ids);
            notes.addAll(found.notes());
            notes.addAll(reading.notes());
        }
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
            throw new EvaluationException(truths + " have no values but 0 and 255, and 255 means"
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

    private List<ImageScore> score(Checked checked, Count count) {
        List<List<ImageScore>> scores = files.map(checked.pairs, pair -> {
            List<ImageScore> images = score(pair, checked);
            count.next();
            return images;
        });
        return scores.stream().flatMap(List::stream).collect(Collectors.toList());
    }

    private static List<ImageScore> score(MaskPair pair, Checked checked) {
        List<Mask> truths = pair.truth().read();
        List<Mask> predictions = pair.prediction().read();
        List<ImageScore> images = new ArrayList<>();
        for (int i = 0; i < truths.size(); i++) {
            ImageComparison comparison = new ImageComparison(
                    checked.reading.ofTruth(truths.get(i)), checked.reading.ofPrediction(predictions.get(i)));
            images.add(ImageScore.of(pair.name(), i + 1, comparison, checked.classIds, Metrics.standard()));
        }
        return images;
    }
}
