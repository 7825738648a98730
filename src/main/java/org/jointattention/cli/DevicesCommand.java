package org.jointattention.cli;

import java.io.PrintWriter;
import java.util.Locale;
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
    private static final String DEVICE_ROW = "%-8s %-6s %12s  %s%n";

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
        item(out, "library", report.version());
        item(out, "natives", report.nativeLibrary());
        item(out, "GPU", report.gpu());
        item(out, "oneDNN", report.oneDnn());
        item(out, "precision", report.precision());
        out.println();
        out.printf(DEVICE_ROW, "device", "type", "memory", "trial");
        report.devices().forEach(device -> row(out, device));
        out.flush();
        return report.devices().stream().allMatch(DeviceReport.Entry::works) ? 0 : 1;
    }

    private static void item(PrintWriter out, String key, String value) {
        out.printf("%-10s %s%n", key, value);
    }

    private static void row(PrintWriter out, DeviceReport.Entry device) {
        String name = device.name().replaceFirst(".*device:", "");
        String memory = device.memoryBytes() <= 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f GB free", device.memoryBytes() / 1e9);
        out.printf(DEVICE_ROW, name, device.type(), memory, device.trial());
    }
}
