package org.jointattention.command;

import org.scijava.app.StatusService;

/** The host's status bar for the time of one command: at its end progress goes, and what was said last stays. */
final class StatusLine {
    private final StatusService status;
    private boolean progressing = true;

    StatusLine(StatusService status) {
        this.status = status;
    }

    synchronized void say(String message) {
        progressing = false;
        status.showStatus(message);
    }

    synchronized void progress(int done, int total, String message) {
        progressing = true;
        status.showStatus(done, total, message);
    }

    /** Clears it, unless the last word was no progress. */
    synchronized void end() {
        if (progressing) {
            status.clearStatus();
        }
    }
}
