package org.jointattention.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Which classes and images to compare, and with how many threads. */
public final class EvaluationOptions {
    /** As many classes as one byte can name beside {@link Mask#IGNORED}. */
    public static final int MAX_CLASSES = Mask.IGNORED;

    private final int classes;
    private final int threads;
    private final Set<String> excluded;

    private EvaluationOptions(int classes, int threads, Set<String> excluded) {
        this.classes = classes;
        this.threads = threads;
        this.excluded = Collections.unmodifiableSet(new LinkedHashSet<>(excluded));
    }

    /** The classes that occur, with one thread. */
    public static EvaluationOptions standard() {
        return new EvaluationOptions(0, 1, Set.of());
    }

    /**
     * @param number of classes, 2 to 255, background included: ids 0 to number - 1
     * @throws EvaluationException if out of range
     */
    public EvaluationOptions withClasses(int number) {
        if (number < 2 || number > MAX_CLASSES) {
            throw new EvaluationException("The number of classes is " + number + "; it must be 2 to " + MAX_CLASSES
                    + ", the background included.");
        }
        return new EvaluationOptions(number, threads, excluded);
    }

    /**
     * @param number at least 1
     * @throws EvaluationException if out of range
     */
    public EvaluationOptions withThreads(int number) {
        if (number < 1) {
            throw new EvaluationException("The number of threads is " + number + "; it must be at least 1.");
        }
        return new EvaluationOptions(classes, number, excluded);
    }

    /** @param names of images to leave out, without extension */
    public EvaluationOptions withExcluded(Collection<String> names) {
        return new EvaluationOptions(classes, threads, new LinkedHashSet<>(names));
    }

    /** The number of classes with the background; empty for those that occur. */
    public OptionalInt classes() {
        return classes == 0 ? OptionalInt.empty() : OptionalInt.of(classes);
    }

    public int threads() {
        return threads;
    }

    /** Names of images that are left out. */
    public Set<String> excluded() {
        return excluded;
    }
}
