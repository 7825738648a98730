package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jointattention.model.LabelClass;
import org.jointattention.training.TrainingReports;
import org.junit.Test;

public class TrainingConsoleTest {
    private static final List<LabelClass> CLASSES =
            List.of(new LabelClass("ground", 0), new LabelClass("cell", 1), new LabelClass("border", 2));

    private final StringWriter text = new StringWriter();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);

    private TrainingConsole console(OptionalInt steps) {
        return new TrainingConsole(new PrintWriter(text), CLASSES, steps, nanos::get);
    }

    private List<String> lines() {
        return List.of(text.toString().split("\\R"));
    }

    @Test
    public void aLineForTheFirstStepEachValidationAndEveryTenSeconds() {
        TrainingConsole console = console(OptionalInt.of(500));
        for (int step = 1; step <= 30; step++) {
            console.progress(TrainingReports.step(step, 0.5f, 2, 90));
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
        console.progress(TrainingReports.validated(30, 0.25f, 2, 3725, 0.75, 0.9, 0.5));
        assertEquals(
                List.of(
                        "step 1/500  loss 0.5000  2.00 steps/s  1:30 left",
                        "step 11/500  loss 0.5000  2.00 steps/s  1:30 left",
                        "step 21/500  loss 0.5000  2.00 steps/s  1:30 left",
                        "step 30/500  loss 0.2500  validation Dice cell 0.9000 border 0.5000 (best mean 0.7500)"
                                + "  2.00 steps/s  1:02:05 left"),
                lines());
    }

    @Test
    public void whatIsNotKnownIsNotShown() {
        TrainingConsole console = console(OptionalInt.empty());
        console.progress(TrainingReports.validated(7, Float.NaN, 0, 0, 0.9, 0.9, Double.NaN));
        assertEquals(
                List.of("step 7  validation Dice cell 0.9000 border not shown (best mean 0.9000)"
                        + "  0.00 steps/s  0:00 left"),
                lines());
    }

    @Test
    public void aWatchedTrainingGivesItsResultAndLeavesNoHook() {
        TrainingConsole console = console(OptionalInt.empty());
        assertEquals("done", console.watch(() -> "done"));
        assertFalse(console.stopped());
    }
}
