package org.jointattention.tensorflow;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointattention.engine.EngineException;

/** Finds what users name. */
public final class Choices {
    private Choices() {}

    /**
     * The one of that name.
     *
     * @param kind what they are, such as "backbone"
     * @throws EngineException that lists all names, if there is none of that name
     */
    public static <T> T named(Collection<T> all, Function<T, String> nameOf, String name, String kind) {
        return all.stream()
                .filter(one -> nameOf.apply(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new EngineException("Unknown " + kind + " '" + name + "'; there are: "
                        + all.stream().map(nameOf).collect(Collectors.joining(", ")) + "."));
    }
}
