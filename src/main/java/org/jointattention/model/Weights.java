package org.jointattention.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Weights by name, in a fixed order. */
public final class Weights {
    private final Map<String, WeightArray> arrays;

    public Weights(Map<String, WeightArray> arrays) {
        this.arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    public Set<String> names() {
        return arrays.keySet();
    }

    public boolean contains(String name) {
        return arrays.containsKey(name);
    }

    /** @throws ModelException if there is no weight of that name */
    public WeightArray get(String name) {
        WeightArray array = arrays.get(name);
        if (array == null) {
            throw new ModelException("The model has no weight '" + name + "': it was made for another network.");
        }
        return array;
    }

    public Map<String, WeightArray> asMap() {
        return arrays;
    }

    /** Number of values in all. */
    public long size() {
        return arrays.values().stream()
                .mapToLong(array -> array.values().length)
                .sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights && arrays.equals(((Weights) other).arrays);
    }

    @Override
    public int hashCode() {
        return arrays.hashCode();
    }
}
