package org.jointattention.batch;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jointattention.image.ImageFiles;
import org.jointattention.segmentation.Output;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MemoryBudgetTest {
    private static final int MIB = 1 << 20;

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Test
    public void filesWaitUntilThereIsRoom() throws InterruptedException {
        MemoryBudget budget = new MemoryBudget(10 * MIB);
        CountDownLatch taken = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            try (MemoryBudget.Share share = budget.take(6 * MIB)) {
                taken.countDown();
            }
        });
        try (MemoryBudget.Share share = budget.take(6 * MIB)) {
            second.start();
            assertEquals("two would be too many", 1, taken.getCount());
            assertTrue(!taken.await(100, TimeUnit.MILLISECONDS));
        }
        assertTrue(taken.await(10, TimeUnit.SECONDS));
        second.join();
    }

    @Test
    public void whatIsLargerThanAllHasItAlone() {
        MemoryBudget budget = new MemoryBudget(10 * MIB);
        for (int i = 0; i < 2; i++) {
            try (MemoryBudget.Share share = budget.take(Long.MAX_VALUE)) {
                assertTrue(share != null);
            }
        }
    }

    @Test
    public void theHeaderSaysWhatIsNeeded() throws IOException {
        Path file = temporary.getRoot().toPath().resolve("a.tif");
        ImagePlus stack = IJ.createImage("a", "16-bit black", 30, 20, 4);
        ImageFiles.saveTiff(stack, file);
        assertEquals(2400 * (2 + 1), MemoryBudget.need(file, 2, EnumSet.of(Output.LABELS)));
        assertEquals(
                2400 * (2 + 1 + 2 * 4 * 2),
                MemoryBudget.need(file, 2, EnumSet.of(Output.LABELS, Output.PROBABILITIES)));
        assertEquals(0, MemoryBudget.need(file.resolveSibling("none.tif"), 2, EnumSet.of(Output.LABELS)));
    }
}
