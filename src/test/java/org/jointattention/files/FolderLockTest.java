package org.jointattention.files;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
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
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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

    /** Takes the lock, says so, and waits to be killed. */
    public static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            FolderLock.tryLock(Path.of(args[0])).get();
            System.out.write('1');
            System.out.flush();
            Thread.sleep(60_000);
        }
    }

    @Test
    public void aMissingFolderIsAnError() {
        assertThrows(IOException.class, () -> FolderLock.tryLock(folder().resolve("none")));
    }
}
