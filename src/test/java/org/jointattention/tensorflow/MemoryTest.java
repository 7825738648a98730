package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointattention.engine.EngineException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MemoryTest {
    private static final long GIGABYTE = 1L << 30;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path root;

    @Before
    public void rootOfAFileSystem() {
        root = folder.getRoot().toPath();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes());
    }

    private static long heapToCome() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.maxMemory() - runtime.totalMemory()) / 4;
    }

    private void assertAvailable(long expected) {
        assertEquals(expected - heapToCome(), new Memory(root).availableBytes(), 64 << 20);
    }

    @Test
    public void availableMemoryOfTheSystemCounts() throws IOException {
        write("proc/meminfo", "MemTotal: 99999999 kB\nMemFree: 1 kB\nMemAvailable:   8388608 kB\n");
        assertAvailable(8 * GIGABYTE);
    }

    @Test
    public void theLimitOfAContainerCountsWhereItIsLess() throws IOException {
        write("proc/meminfo", "MemAvailable:   8388608 kB\n");
        write("sys/fs/cgroup/memory.max", 3 * GIGABYTE + "\n");
        write("sys/fs/cgroup/memory.current", GIGABYTE + "\n");
        assertAvailable(2 * GIGABYTE);
    }

    @Test
    public void aContainerWithoutALimitDoesNotCount() throws IOException {
        write("proc/meminfo", "MemAvailable:   8388608 kB\n");
        write("sys/fs/cgroup/memory.max", "max\n");
        write("sys/fs/cgroup/memory.current", GIGABYTE + "\n");
        assertAvailable(8 * GIGABYTE);
    }

    @Test
    public void idleFilesGiveWayInAContainer() throws IOException {
        write("proc/meminfo", "MemAvailable:   8388608 kB\n");
        write("sys/fs/cgroup/memory.max", 3 * GIGABYTE + "\n");
        write("sys/fs/cgroup/memory.current", 2 * GIGABYTE + "\n");
        write("sys/fs/cgroup/memory.stat", "anon 1\nactive_file 7\ninactive_file " + GIGABYTE + "\nslab 3\n");
        assertAvailable(2 * GIGABYTE);
    }

    @Test
    public void olderControlGroupsCountToo() throws IOException {
        write("proc/meminfo", "MemAvailable:   8388608 kB\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", 3 * GIGABYTE + "\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", 2 * GIGABYTE + "\n");
        assertAvailable(GIGABYTE);
        write("sys/fs/cgroup/memory/memory.stat", "inactive_file 5\ntotal_inactive_file " + GIGABYTE + "\n");
        assertAvailable(2 * GIGABYTE);
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertAvailable(8 * GIGABYTE);
    }

    @Test
    public void withoutSystemFilesMostOfTheMachineCounts() {
        assertTrue(new Memory(root).availableBytes() > 0);
    }

    @Test
    public void tooMuchIsRefusedWithBothNumbersAndTheRemedy() throws IOException {
        write("proc/meminfo", "MemAvailable:   8388608 kB\n");
        EngineException e = assertThrows(
                EngineException.class,
                () -> new Memory(root).require(20_000_000_000L, "A tile", "Use a smaller tile."));
        assertTrue(
                e.getMessage(),
                e.getMessage()
                        .matches(
                                "A tile needs about 20.0 GB of memory, but only \\d\\.\\d GB are free. Use a smaller tile."));
        new Memory(root).require(1000, "A tile", "");
    }
}
