package org.jointattention.evaluation;

/** Told how far an evaluation is. */
@FunctionalInterface
public interface EvaluationProgress {
    /**
     * Called from one thread at a time, each time with one more file done; every file is gone through twice: to check
     * it, and to compare it. What it throws, such as a {@link org.jointattention.files.CancelledException}, ends the
     * evaluation.
     *
     * @param files checked so far, and after that compared or drawn
     * @param ofFiles twice the number of files
     */
    void done(int files, int ofFiles);
}
