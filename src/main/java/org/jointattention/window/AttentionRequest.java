package org.jointattention.window;

import org.jointattention.engine.AttentionBlock;

/** What an {@link AttentionWindow} is to show. Immutable. */
final class AttentionRequest {
    private final AttentionBlock block;
    private final boolean gate;
    private final int x;
    private final int y;

    /** @param gate the gate of the block rather than the row of the pixel */
    AttentionRequest(AttentionBlock block, boolean gate, int x, int y) {
        this.block = block;
        this.gate = gate;
        this.x = x;
        this.y = y;
    }

    AttentionBlock block() {
        return block;
    }

    boolean isGate() {
        return gate;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }
}
