package org.jointattention.training;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jointattention.engine.Device;

/** What may change from run to run of one training, though its bits may depend on it: device and threads. */
final class RunConditions {
    private static final String DEVICE = "device";
    private static final String THREADS = "threads";

    private final String device;
    private final String threads;

    private RunConditions(String device, String threads) {
        this.device = Objects.requireNonNull(device);
        this.threads = Objects.requireNonNull(threads);
    }

    /** @param threads 0 for one a processor */
    static RunConditions of(Device device, int threads) {
        int number = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new RunConditions(device.name(), Integer.toString(number));
    }

    /** Those of a checkpoint; empty where it does not tell. */
    static Optional<RunConditions> of(Map<String, String> metadata) {
        return metadata.containsKey(DEVICE) && metadata.containsKey(THREADS)
                ? Optional.of(new RunConditions(metadata.get(DEVICE), metadata.get(THREADS)))
                : Optional.empty();
    }

    void addTo(Map<String, String> metadata) {
        metadata.put(DEVICE, device);
        metadata.put(THREADS, threads);
    }

    /** A line for the user, where these are not the same as before. */
    Optional<String> warning(RunConditions before) {
        return device.equals(before.device) && threads.equals(before.threads)
                ? Optional.empty()
                : Optional.of("The checkpoint was made " + before + "; this run is " + this
                        + ": the result may differ a little from that of an uninterrupted training.");
    }

    @Override
    public String toString() {
        return "on " + device + " with " + threads + (threads.equals("1") ? " thread" : " threads");
    }
}
