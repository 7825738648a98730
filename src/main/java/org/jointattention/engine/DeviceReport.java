package org.jointattention.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the tensor library is, and what its devices can do. */
public final class DeviceReport {
    /** One device that a session really has, and how it did in a trial. */
    public static final class Entry {
        private final String name;
        private final String type;
        private final long memoryBytes;
        private final boolean works;
        private final String trial;

        /**
         * @param name full name in the tensor library
         * @param type such as {@code CPU} or {@code GPU}
         * @param memoryBytes memory the library may use there, or 0 where unknown
         * @param works whether one convolution and one gradient were right
         * @param trial their outcome for people: the time in ms, or what went wrong
         */
        public Entry(String name, String type, long memoryBytes, boolean works, String trial) {
            this.name = Objects.requireNonNull(name);
            this.type = Objects.requireNonNull(type);
            this.memoryBytes = memoryBytes;
            this.works = works;
            this.trial = Objects.requireNonNull(trial);
        }

        public String name() {
            return name;
        }

        public String type() {
            return type;
        }

        public long memoryBytes() {
            return memoryBytes;
        }

        /** Whether the trial went well. */
        public boolean works() {
            return works;
        }

        public String trial() {
            return trial;
        }
    }

    private final String version;
    private final String nativeLibrary;
    private final String gpu;
    private final String oneDnn;
    private final String precision;
    private final List<Entry> devices;

    /**
     * @param version version of the tensor library
     * @param nativeLibrary the native library in use
     * @param gpu the GPU found, or the reason why there is none
     * @param oneDnn whether oneDNN is on
     * @param precision the precision that AUTO chooses here, with its reason
     */
    public DeviceReport(
            String version, String nativeLibrary, String gpu, String oneDnn, String precision, List<Entry> devices) {
        this.version = Objects.requireNonNull(version);
        this.nativeLibrary = Objects.requireNonNull(nativeLibrary);
        this.gpu = Objects.requireNonNull(gpu);
        this.oneDnn = Objects.requireNonNull(oneDnn);
        this.precision = Objects.requireNonNull(precision);
        this.devices = Collections.unmodifiableList(new ArrayList<>(devices));
    }

    public String version() {
        return version;
    }

    public String nativeLibrary() {
        return nativeLibrary;
    }

    public String gpu() {
        return gpu;
    }

    public String oneDnn() {
        return oneDnn;
    }

    public String precision() {
        return precision;
    }

    public List<Entry> devices() {
        return devices;
    }

    /** Whether every device computed what it should. */
    public boolean isSound() {
        return devices.stream().allMatch(Entry::works);
    }

    /** The report as lines of text, for people. */
    public String describe() {
        List<String> lines = new ArrayList<>();
        lines.add(item("library", version));
        lines.add(item("natives", nativeLibrary));
        lines.add(item("GPU", gpu));
        lines.add(item("oneDNN", oneDnn));
        lines.add(item("precision", precision));
        lines.add("");
        lines.add(row("device", "type", "memory", "trial"));
        for (Entry device : devices) {
            String memory = device.memoryBytes <= 0
                    ? "-"
                    : String.format(Locale.ROOT, "%.1f GB free", device.memoryBytes / 1e9);
            lines.add(row(device.name.replaceFirst(".*device:", ""), device.type, memory, device.trial));
        }
        return String.join("\n", lines);
    }

    private static String item(String key, String value) {
        return String.format("%-10s %s", key, value);
    }

    private static String row(String name, String type, String memory, String trial) {
        return String.format("%-8s %-6s %12s  %s", name, type, memory, trial);
    }
}
