package org.jointattention.gui;

import java.io.IOException;
import org.junit.AssumptionViolatedException;
import org.junit.runner.Description;
import org.junit.runner.Runner;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunNotifier;
import org.junit.runners.BlockJUnit4ClassRunner;
import org.junit.runners.model.InitializationError;

/**
 * Runs a class of tests in a JVM of its own with real ImageJ on a virtual display; all classes share that JVM. Without a
 * display its tests are skipped, with the reason.
 */
public final class GuiRunner extends Runner {
    private final Class<?> tests;
    private final Description description;

    public GuiRunner(Class<?> tests) throws InitializationError {
        this.tests = tests;
        description = new BlockJUnit4ClassRunner(tests).getDescription();
    }

    @Override
    public Description getDescription() {
        return description;
    }

    @Override
    public void run(RunNotifier notifier) {
        try {
            GuiProcess process = GuiProcess.shared();
            process.run(tests, event -> replay(event, notifier));
        } catch (AssumptionViolatedException e) {
            notifier.fireTestAssumptionFailed(new Failure(description, e));
        } catch (IOException | RuntimeException e) {
            notifier.fireTestFailure(new Failure(description, e));
        }
    }

    private void replay(GuiEvent event, RunNotifier notifier) {
        Description test = find(event.test());
        switch (event.kind()) {
            case STARTED:
                notifier.fireTestStarted(test);
                break;
            case FAILED:
                notifier.fireTestFailure(new Failure(test, new GuiFailure(event.text())));
                break;
            case ASSUMED:
                notifier.fireTestAssumptionFailed(new Failure(test, new AssumptionViolatedException(event.text())));
                break;
            case IGNORED:
                notifier.fireTestIgnored(test);
                break;
            default:
                notifier.fireTestFinished(test);
        }
    }

    private Description find(String method) {
        return description.getChildren().stream()
                .filter(test -> method.equals(test.getMethodName()))
                .findFirst()
                .orElse(description);
    }

    /** A failure in the other JVM, whose stack trace is its message. */
    private static final class GuiFailure extends AssertionError {
        private static final long serialVersionUID = 1L;

        GuiFailure(String trace) {
            super(trace);
            setStackTrace(new StackTraceElement[0]);
        }
    }
}
