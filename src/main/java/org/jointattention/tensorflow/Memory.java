package org.jointattention.tensorflow;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import org.jointattention.engine.EngineException;

/** Refuses what will not fit into the machine's memory, before it is tried. */
final class Memory {
    private static final Path MEMINFO = Paths.get("/proc/meminfo");

    private Memory() {}

    /** @throws EngineException if more bytes are needed than the machine has to spare */
    static void require(long bytes, String what, String remedy) {
        long available = availableBytes();
        if (bytes > available) {
            throw new EngineException(String.format(
                    Locale.ROOT,
                    "%s needs about %.1f GB of memory, but only %.1f GB are free. %s",
                    what,
                    bytes / 1e9,
                    available / 1e9,
                    remedy));
        }
    }

    /** Memory that programs can still take without swapping. */
    static long availableBytes() {
        if (Files.isReadable(MEMINFO)) {
            try {
                for (String line : Files.readAllLines(MEMINFO, StandardCharsets.US_ASCII)) {
                    if (line.startsWith("MemAvailable:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                    }
                }
            } catch (IOException e) {
                return freeBytes();
            }
        }
        return freeBytes();
    }

    private static long freeBytes() {
        // "Physical" names the Java 11 method; later ones deprecate it for container-aware twins.
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getFreePhysicalMemorySize();
    }
}
