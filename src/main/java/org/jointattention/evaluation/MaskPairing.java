package org.jointattention.evaluation;

import java.util.List;

/** Finds out which prediction belongs to which truth. */
@FunctionalInterface
interface MaskPairing {
    /** The pairs; what keeps them from being compared is added to the problems. */
    List<MaskPair> find(Problems problems);

    /** What the user should know of the pairs; empty before they are found. */
    default List<String> notes() {
        return List.of();
    }
}
