package org.jointattention.training;

import java.util.Optional;

/** A checkpoint to go on from, and how the training that left it differs from the one that goes on. */
final class Resumption {
    private final Checkpoint checkpoint;
    private final Optional<RunConditions> conditions;
    private final Optional<String> lengthBefore;

    /**
     * @param conditions under which it was made, where it tells
     * @param lengthBefore such as {@code 60 steps}, where the training is to be longer now
     */
    Resumption(Checkpoint checkpoint, Optional<RunConditions> conditions, Optional<String> lengthBefore) {
        this.checkpoint = checkpoint;
        this.conditions = conditions;
        this.lengthBefore = lengthBefore;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    Optional<RunConditions> conditions() {
        return conditions;
    }

    Optional<String> lengthBefore() {
        return lengthBefore;
    }
}
