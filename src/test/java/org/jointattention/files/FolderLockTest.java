package org.jointattention.files;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FolderLockTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path folder() {
        return temporary.getRoot().toPath();
    }

    @Test
    public void onlyOneHasIt() throws IOException {
        try (FolderLock lock = FolderLock.tryLock(folder()).get()) {
            assertFalse(FolderLock.tryLock(folder()).isPresent());
        }
        Optional<FolderLock> next = FolderLock.tryLock(folder());
        assertTrue(next.isPresent());
        next.get().close();
    }

    /** Another process is told no, and its end gives the lock back though it never closed it. */
    @Test
    public void anotherProcessHasItUntilItEnds() throws IOException, InterruptedException {
        Process holder = start(Holder.class);
        try {
            assertEquals('1', holder.getInputStream().read());
            assertFalse(FolderLock.tryLock(folder()).isPresent());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        Optional<FolderLock> next = FolderLock.tryLock(folder());
        assertTrue(next.isPresent());
        next.get().close();
    }

    /** Closing a file gives up the process's locks on it: a refused thread must not take the lock from the other one. */
    @Test
    public void aRefusedThreadLeavesTheLockToItsHolder() throws IOException, InterruptedException {
        try (FolderLock lock = FolderLock.tryLock(folder()).get()) {
            assertFalse(FolderLock.tryLock(folder()).isPresent());
            Process other = start(Holder.class);
            try {
                assertEquals('0', other.getInputStream().read());
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    /** Also while holders come and go, and the lock's file with them. */
    @Test
    public void neverTwoProcessesHaveIt() throws IOException, InterruptedException {
        Process[] processes = {start(Visitor.class), start(Visitor.class), start(Visitor.class)};
        for (Process process : processes) {
            assertEquals(0, process.waitFor());
        }
    }

    private Process start(Class<?> main) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Takes the lock, says whether it has it, and waits to be killed. */
    public static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            boolean has = FolderLock.tryLock(Path.of(args[0])).isPresent();
            System.out.write(has ? '1' : '0');
            System.out.flush();
            Thread.sleep(60_000);
        }
    }

    /** Takes the lock and gives it back a thousand times; fails where another one has it, too. */
    public static final class Visitor {
        private Visitor() {}

        public static void main(String[] args) throws IOException {
            Path inside = Path.of(args[0]).resolve("inside");
            for (int times = 0; times < 1000; ) {
                Optional<FolderLock> lock = FolderLock.tryLock(Path.of(args[0]));
                if (lock.isPresent()) {
                    times++;
                    Files.createFile(inside);
                    Files.delete(inside);
                    lock.get().close();
                }
            }
        }
    }

    @Test
    public void aMissingFolderIsAnError() {
        assertThrows(IOException.class, () -> FolderLock.tryLock(folder().resolve("none")));
    }
}
