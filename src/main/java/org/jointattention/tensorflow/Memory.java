package org.jointattention.tensorflow;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.OptionalLong;
import org.jointattention.engine.EngineException;

/** Refuses what will not fit into the machine's memory, before it is tried. */
final class Memory {
    private static final Path SYSTEM_FILES = Paths.get("/");

    private static final String GROUPS = "sys/fs/cgroup/";

    /** Share of the whole memory that is left to others where free memory is not known. */
    private static final double RESERVE = 0.25;

    private final Path root;

    Memory() {
        this(SYSTEM_FILES);
    }

    /** @param root of the file system that holds proc and sys */
    Memory(Path root) {
        this.root = root;
    }

    /** @throws EngineException if more bytes are needed than the machine has to spare */
    void require(long bytes, String what, String remedy) {
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

    /** Memory that this process can still take without swapping, the growth of the Java heap taken off. */
    long availableBytes() {
        long system = number("proc/meminfo", "MemAvailable:").orElseGet(Memory::mostOfTheMachine);
        long container = containerBytes();
        return Math.max(0, Math.min(system, container) - heapToCome());
    }

    /** What a container's limit leaves; without bound where there is none. */
    private long containerBytes() {
        return Math.min(
                containerBytes("memory.max", "memory.current", "memory.stat", "inactive_file "),
                containerBytes(
                        "memory/memory.limit_in_bytes",
                        "memory/memory.usage_in_bytes",
                        "memory/memory.stat",
                        "total_inactive_file "));
    }

    /** Of one version of control groups. Cached files count as used, but the idle ones give way when needed. */
    private long containerBytes(String limitFile, String usedFile, String statisticsFile, String idleLine) {
        OptionalLong limit = number(GROUPS + limitFile, "");
        OptionalLong used = number(GROUPS + usedFile, "");
        if (!limit.isPresent() || !used.isPresent()) {
            return Long.MAX_VALUE;
        }
        return limit.getAsLong()
                - used.getAsLong()
                + number(GROUPS + statisticsFile, idleLine).orElse(0);
    }

    /** The first number in the line that begins so, in bytes; empty where there is none, such as "max". */
    private OptionalLong number(String file, String line) {
        Path path = root.resolve(file);
        if (!Files.isReadable(path)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(path, StandardCharsets.US_ASCII).stream()
                    .filter(text -> text.startsWith(line) && text.matches(".*\\d.*"))
                    .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) * (text.endsWith("kB") ? 1024 : 1))
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            // These files are the system's: where they cannot be read, the other measure counts.
            return OptionalLong.empty();
        }
    }

    /** A quarter of what the heap may still grow by: heaps rarely reach their bound. */
    private static long heapToCome() {
        Runtime runtime = Runtime.getRuntime();
        return Math.max(0, runtime.maxMemory() - runtime.totalMemory()) / 4;
    }

    /** Free memory is not asked for: some systems count as free only what no cache uses, which is next to nothing. */
    private static long mostOfTheMachine() {
        // "Physical" names the Java 11 method; later ones deprecate it for container-aware twins.
        long total = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalPhysicalMemorySize();
        return (long) (total * (1 - RESERVE));
    }
}
