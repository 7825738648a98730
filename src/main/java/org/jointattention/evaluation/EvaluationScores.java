package org.jointattention.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The scores of all images that were compared. */
public final class EvaluationScores {
    private final List<Metric> metrics;
    private final List<Integer> classIds;
    private final List<ImageScore> images;
    private final List<String> notes;

    /**
     * @param classIds the foreground classes, which each image has a score for, in this order
     * @param notes what the user should know of how the masks were read
     */
    public EvaluationScores(List<Metric> metrics, List<Integer> classIds, List<ImageScore> images, List<String> notes) {
        this.metrics = Collections.unmodifiableList(new ArrayList<>(metrics));
        this.classIds = Collections.unmodifiableList(new ArrayList<>(classIds));
        this.images = Collections.unmodifiableList(new ArrayList<>(images));
        this.notes = Collections.unmodifiableList(new ArrayList<>(notes));
    }

    public List<Metric> metrics() {
        return metrics;
    }

    /** The ids of the foreground classes, ascending. */
    public List<Integer> classIds() {
        return classIds;
    }

    /** In the order of names and slices. */
    public List<ImageScore> images() {
        return images;
    }

    /** How the masks were read, where that is not plain; one sentence each, mostly none. */
    public List<String> notes() {
        return notes;
    }
}
