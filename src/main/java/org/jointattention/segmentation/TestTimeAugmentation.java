package org.jointattention.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jointattention.image.Symmetry;

/** The transforms under which each tile is predicted; the probabilities are averaged. */
public final class TestTimeAugmentation {
    private final List<Symmetry> symmetries;

    private TestTimeAugmentation(Set<Symmetry> symmetries) {
        if (symmetries.isEmpty()) {
            throw new IllegalArgumentException("Test-time augmentation needs at least one transform.");
        }
        this.symmetries = Collections.unmodifiableList(new ArrayList<>(symmetries));
    }

    /** Each tile as it is. */
    public static TestTimeAugmentation none() {
        return of(Symmetry.IDENTITY);
    }

    /** The tile and its flips: four predictions a tile. */
    public static TestTimeAugmentation flips() {
        return of(Symmetry.IDENTITY, Symmetry.FLIP_X, Symmetry.FLIP_Y, Symmetry.TURN_180);
    }

    /** All flips and turns: eight predictions a tile. */
    public static TestTimeAugmentation full() {
        return of(Symmetry.values());
    }

    public static TestTimeAugmentation of(Symmetry... symmetries) {
        EnumSet<Symmetry> set = EnumSet.noneOf(Symmetry.class);
        set.addAll(Arrays.asList(symmetries));
        return new TestTimeAugmentation(set);
    }

    public List<Symmetry> symmetries() {
        return symmetries;
    }

    boolean needsSquareTiles() {
        return symmetries.stream().anyMatch(Symmetry::transposes);
    }
}
