package org.jointattention.evaluation;

/** Told how far an evaluation is. */
@FunctionalInterface
public interface EvaluationProgress {
    /** Called from one thread at a time, each time with one more file done. */
    void done(int files, int ofFiles);
}
