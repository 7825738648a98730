package org.jointattention.training;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014):
 * a small generator whose stream is a pure function of its keys.
 */
final class FastRandom {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    private FastRandom(long state) {
        this.state = state;
    }

    /** The stream of these keys, in this order. */
    static FastRandom of(long... keys) {
        long state = 0;
        for (long key : keys) {
            state = mix((state + GAMMA) ^ mix(key + GAMMA));
        }
        return new FastRandom(state);
    }

    long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform in 0 to below 1. */
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in 0 to below the bound. */
    int nextInt(int bound) {
        return (int) (((nextLong() >>> 33) * bound) >>> 31);
    }

    /** Uniform in low to high. */
    double between(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** The numbers 0 to length - 1 in random order. */
    int[] permutation(int length) {
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
