package org.jointattention.training;

/** Fills a batch patch by patch. */
interface PatchSource {
    /** Writes patch {@code index} of the batch of this step to the target. */
    void make(long step, int index, PatchTarget target);
}
