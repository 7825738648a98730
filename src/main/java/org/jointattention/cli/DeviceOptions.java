package org.jointattention.cli;

import org.jointattention.engine.DeviceChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is to compute. */
final class DeviceOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; 0 is one a processor (default: 0).")
    private int threads;

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|gpu",
            description = "auto takes the GPU where there is one; gpu fails where there is none (default: auto).")
    private DeviceChoice device = DeviceChoice.AUTO;

    /**
     * The number of threads, 0 for one a processor.
     *
     * @throws ParameterException if it is negative
     */
    int threads() {
        if (threads < 0) {
            throw new ParameterException(
                    command.commandLine(), "--threads " + threads + ": use 0 (one a processor) or more.");
        }
        return threads;
    }

    DeviceChoice device() {
        return device;
    }
}
