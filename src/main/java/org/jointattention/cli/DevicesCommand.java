package org.jointattention.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jointattention.engine.DeviceReport;
import org.jointattention.engine.Engines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code joint-attention devices}: what computes here, tried out, and why. */
@Command(
        name = "devices",
        sortOptions = false,
        description = {
            "Show what TensorFlow computes on: the devices it really has, each tried with one convolution and one"
                    + " gradient, the precision that is chosen, and why there is no GPU.",
            "Exit status 1 if a trial fails."
        })
public final class DevicesCommand implements Callable<Integer> {
    private final Supplier<DeviceReport> reports;

    @Spec
    private CommandSpec spec;

    /** The command as users know it. */
    public DevicesCommand() {
        this(() -> Engines.classPath().devices());
    }

    DevicesCommand(Supplier<DeviceReport> reports) {
        this.reports = reports;
    }

    @Override
    public Integer call() {
        DeviceReport report = reports.get();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.describe());
        out.flush();
        return report.isSound() ? 0 : 1;
    }
}
