package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** One line of a {@link ScoreTable}. */
public final class ScoreRow {
    /** What the values of a row were computed from. */
    public enum Scope {
        /** One class of one image. */
        IMAGE,
        /** The counts summed over all images. */
        POOLED,
        /** The values of the images, averaged. */
        MEAN
    }

    private final Scope scope;
    private final String image;
    private final String slice;
    private final String classId;
    private final ConfusionCounts counts;
    private final List<OptionalDouble> values;
    private final String unit;
    private final String flag;

    private ScoreRow(
            Scope scope,
            String image,
            String slice,
            String classId,
            ConfusionCounts counts,
            List<OptionalDouble> values,
            String unit,
            String flag) {
        this.scope = Objects.requireNonNull(scope);
        this.image = image;
        this.slice = slice;
        this.classId = classId;
        this.counts = counts;
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
        this.unit = unit;
        this.flag = flag;
    }

    static ScoreRow ofImage(ImageScore image, ClassScore score, List<OptionalDouble> values) {
        return new ScoreRow(
                Scope.IMAGE,
                image.name(),
                Integer.toString(image.slice()),
                Integer.toString(score.id()),
                score.counts(),
                values,
                image.unit(),
                score.counts().emptiness().flag());
    }

    static ScoreRow ofAll(
            Scope scope,
            String classId,
            ConfusionCounts counts,
            List<OptionalDouble> values,
            String unit,
            String flag) {
        return new ScoreRow(scope, "", "", classId, counts, values, unit, flag);
    }

    public Scope scope() {
        return scope;
    }

    /** The name of the image; empty where the row is about all. */
    public String image() {
        return image;
    }

    /** The page within the file, from 1; empty where the row is about all images. */
    public String slice() {
        return slice;
    }

    /** The class id, or {@link ScoreTable#FOREGROUND}. */
    public String classId() {
        return classId;
    }

    /** Empty where the values are averages. */
    public Optional<ConfusionCounts> counts() {
        return Optional.ofNullable(counts);
    }

    /** In the order of the metrics; empty where not defined. */
    public List<OptionalDouble> values() {
        return values;
    }

    /** The unit of calibrated distances; empty if there is none. */
    public String unit() {
        return unit;
    }

    /** {@link Emptiness#flag()}; where the row is about several, how often each occurs. */
    public String flag() {
        return flag;
    }
}
