package org.jointattention.segmentation;

import java.util.function.BooleanSupplier;
import org.jointattention.files.CancelledException;

/** Is told how far a computation is, and says whether to go on. Called on the computing thread. */
public interface Progress {
    /** Goes on to the end and tells nobody. */
    Progress NONE = until(() -> false);

    /**
     * Tells nobody, for what is short beside the work that it is a part of.
     *
     * @param stopped whether to end
     */
    static Progress until(BooleanSupplier stopped) {
        return new Progress() {
            @Override
            public void update(long done, long total) {
                // Nobody listens.
            }

            @Override
            public boolean cancelled() {
                return stopped.getAsBoolean();
            }
        };
    }

    /**
     * @param done finished parts, 0 to total
     * @param total number of parts
     */
    void update(long done, long total);

    /** Asked before each part; if true, the computation ends with a {@link CancelledException}. */
    boolean cancelled();

    /** @throws CancelledException if it is cancelled */
    default void requireGoing() {
        if (cancelled()) {
            throw new CancelledException("The segmentation was cancelled.");
        }
    }
}
