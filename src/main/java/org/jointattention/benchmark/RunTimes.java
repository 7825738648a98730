package org.jointattention.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long something takes in the long run. */
final class RunTimes {
    private static final double WARM_UP_SHARE = 0.25;
    private static final int LEAST_RUNS = 3;

    private final double first;
    private final List<Double> sorted;

    /**
     * @param first seconds of the first run, which also prepares
     * @param others seconds of runs after a warm-up, at least one
     */
    RunTimes(double first, List<Double> others) {
        this.first = first;
        this.sorted = new ArrayList<>(others);
        Collections.sort(sorted);
    }

    /** Measures the first run, warms up, then runs for some seconds, at least 3 times. */
    static RunTimes measure(Runnable run, double seconds) {
        double first = once(run);
        warmUp(run, seconds);
        return new RunTimes(first, steady(run, seconds));
    }

    /** Seconds of one run. */
    static double once(Runnable run) {
        long start = System.nanoTime();
        run.run();
        return (System.nanoTime() - start) * 1e-9;
    }

    /** Runs for a quarter of the seconds that are to be measured, at least once. */
    static void warmUp(Runnable run, double seconds) {
        double spent = 0;
        do {
            spent += once(run);
        } while (spent < WARM_UP_SHARE * seconds);
    }

    static List<Double> steady(Runnable run, double seconds) {
        List<Double> times = new ArrayList<>();
        double spent = 0;
        while (times.size() < LEAST_RUNS || spent < seconds) {
            double time = once(run);
            times.add(time);
            spent += time;
        }
        return times;
    }

    int runs() {
        return sorted.size();
    }

    double first() {
        return first;
    }

    double best() {
        return sorted.get(0);
    }

    double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
