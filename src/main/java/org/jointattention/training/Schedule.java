package org.jointattention.training;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How long and how fast to learn: linear warm-up to the peak, then a cosine down to 1 % of it. */
public final class Schedule {
    /** The last learning rate, as a share of the peak. */
    public static final double FINAL_SHARE = 0.01;

    private static final String CHECKPOINT_EVERY = "checkpoint every";
    private static final double RATE = 2e-3;
    private static final double VISITS = 150;
    private static final int LONGEST_WARMUP = 200;
    private static final int WARMUP_OF_UNKNOWN = 100;
    private static final double SHORTEST_INTERVAL = 10;
    private static final double LONGEST_INTERVAL = 120;

    private final Integer steps;
    private final Double minutes;
    private final double learningRate;
    private final double weightDecay;
    private final int warmupSteps;
    private final Integer checkpointEvery;

    private Schedule(
            Integer steps,
            Double minutes,
            double learningRate,
            double weightDecay,
            int warmupSteps,
            Integer checkpointEvery) {
        this.steps = steps;
        this.minutes = minutes;
        this.learningRate = learningRate;
        this.weightDecay = weightDecay;
        this.warmupSteps = warmupSteps;
        this.checkpointEvery = checkpointEvery;
    }

    /**
     * By default each patch-sized area is visited 150 times, in 500 to 6000 steps; warm-up takes 5 % of the
     * steps, at most 200.
     *
     * @param areas training data in areas of a patch
     */
    static Schedule decide(PlanRequest request, double areas, int batch, Decisions decisions) {
        Integer steps = request.minutes().isPresent() ? null : steps(request, areas, batch, decisions);
        Double minutes = steps != null ? null : decisions.take("minutes", request.minutes(), 0.0, "");
        double rate = learningRate(request, decisions);
        double decay = decisions.take("weight decay", request.weightDecay(), 1e-4, "usual for AdamW");
        int warmup = decisions.take("warm-up steps", request.warmupSteps(), warmup(steps), warmupReason(steps));
        Integer checkpoint = checkpoint(request, steps, minutes, decisions);
        return new Schedule(
                steps,
                minutes,
                rate,
                decay,
                Decisions.inRange("number of warm-up steps", warmup, 0, steps == null ? 1_000_000 : steps),
                checkpoint);
    }

    /** Full steps from the first would undo much of what a model that is started from has learned. */
    private static double learningRate(PlanRequest request, Decisions decisions) {
        return request.start().isPresent()
                ? decisions.take(
                        "learning rate", request.learningRate(), RATE / 4, "a quarter of the usual, to fine-tune")
                : decisions.take("learning rate", request.learningRate(), RATE, "usual peak for AdamW");
    }

    private static int steps(PlanRequest request, double areas, int batch, Decisions decisions) {
        int derived = (int) Math.max(500, Math.min(6000, Math.round(VISITS * areas / batch)));
        String reason = "the data are " + Math.round(areas) + " patches large; each is visited 150 times"
                + " (500 to 6000 steps)";
        return decisions.take("steps", request.steps(), derived, reason);
    }

    private static int warmup(Integer steps) {
        return steps == null ? WARMUP_OF_UNKNOWN : Math.min(LONGEST_WARMUP, (steps + 19) / 20);
    }

    private static String warmupReason(Integer steps) {
        return steps == null
                ? "usual where minutes are given; at most a tenth of them"
                : "5 % of the steps, at most 200";
    }

    /** Null where time decides. */
    private static Integer checkpoint(PlanRequest request, Integer steps, Double minutes, Decisions decisions) {
        if (steps == null && !request.checkpointEvery().isPresent()) {
            String reason = "a twentieth of the minutes, 10 s to 2 minutes; never sooner than a validation takes";
            decisions.note(CHECKPOINT_EVERY, Decisions.number(seconds(minutes), 3) + " s", reason);
            return null;
        }
        int derived = steps == null ? 0 : Math.max(50, Math.min(500, steps / 20));
        return decisions.take(
                CHECKPOINT_EVERY, request.checkpointEvery(), derived, "a twentieth of the steps, 50 to 500");
    }

    private static double seconds(double minutes) {
        return Math.max(SHORTEST_INTERVAL, Math.min(LONGEST_INTERVAL, 60 * minutes / 20));
    }

    /** Number of steps; empty where {@link #minutes()} end the training. */
    public OptionalInt steps() {
        return steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
    }

    /** Minutes of training; empty where {@link #steps()} end it. */
    public OptionalDouble minutes() {
        return minutes == null ? OptionalDouble.empty() : OptionalDouble.of(minutes);
    }

    /** Peak learning rate. */
    public double learningRate() {
        return learningRate;
    }

    /** AdamW's decoupled weight decay. */
    public double weightDecay() {
        return weightDecay;
    }

    public int warmupSteps() {
        return warmupSteps;
    }

    /** Steps from one checkpoint to the next; empty where {@link #checkpointSeconds} tell. */
    public OptionalInt checkpointEvery() {
        return checkpointEvery == null ? OptionalInt.empty() : OptionalInt.of(checkpointEvery);
    }

    /** Seconds from one checkpoint to the next; empty where {@link #checkpointEvery} tells. */
    public OptionalDouble checkpointSeconds() {
        return checkpointEvery == null ? OptionalDouble.of(seconds(minutes)) : OptionalDouble.empty();
    }
}
