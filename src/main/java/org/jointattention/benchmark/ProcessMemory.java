package org.jointattention.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory that a process takes, as Linux tells it. */
final class ProcessMemory {
    /** Of the process that asks. */
    static final Path SELF = Paths.get("/proc/self/status");

    private ProcessMemory() {}

    /**
     * The most bytes that were resident so far ({@code VmHWM}), or those that are now ({@code VmRSS}) on kernels that
     * do not tell; empty on other systems.
     */
    static OptionalLong peakBytes(Path status) {
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try {
            List<String> lines = Files.readAllLines(status, StandardCharsets.ISO_8859_1);
            return Stream.of("VmHWM:", "VmRSS:")
                    .flatMap(key -> lines.stream().filter(line -> line.startsWith(key)))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
