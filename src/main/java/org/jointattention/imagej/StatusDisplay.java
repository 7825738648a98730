package org.jointattention.imagej;

import ij.IJ;
import org.jointattention.command.CommandException;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.plugin.Parameter;

/** Shows what commands say of their progress in ImageJ's status bar. */
final class StatusDisplay {
    @Parameter
    private EventService events;

    StatusDisplay(Context context) {
        context.inject(this);
        events.subscribe(this);
    }

    @EventHandler
    private void show(StatusEvent event) {
        if (event.isWarning()) {
            return; // the reason of a cancelled command, which gets a dialog
        }
        String message = event.getStatusMessage();
        IJ.showStatus(message == null ? "" : message);
        int end = event.getProgressMaximum();
        IJ.showProgress(end > 0 ? (double) event.getProgressValue() / end : 1);
    }

    /** What is said to the user needs no stack trace on the console. */
    @EventHandler
    private void mute(ModuleErroredEvent event) {
        if (event.getException() instanceof CommandException) {
            event.consume();
        }
    }
}
