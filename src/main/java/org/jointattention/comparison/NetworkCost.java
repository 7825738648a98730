package org.jointattention.comparison;

import java.util.OptionalDouble;

/** What one network of a comparison costs to run, measured once for all seeds. */
public final class NetworkCost {
    private final Network network;
    private final double gflop;
    private final double milliseconds;
    private final OptionalDouble megabytes;
    private final String device;

    /**
     * @param gflop operations for one tile in units of 10^9, a multiply-add counts 2
     * @param milliseconds median time of one tile
     * @param megabytes most memory of a process that computes a tile, Java included; empty where the system does not tell
     * @param device what computed it, in words
     */
    NetworkCost(Network network, double gflop, double milliseconds, OptionalDouble megabytes, String device) {
        this.network = network;
        this.gflop = gflop;
        this.milliseconds = milliseconds;
        this.megabytes = megabytes;
        this.device = device;
    }

    Network network() {
        return network;
    }

    public double gflop() {
        return gflop;
    }

    public double milliseconds() {
        return milliseconds;
    }

    public OptionalDouble megabytes() {
        return megabytes;
    }

    public String device() {
        return device;
    }
}
