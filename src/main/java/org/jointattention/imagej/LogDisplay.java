package org.jointattention.imagej;

import ij.IJ;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jointattention.command.MacroStop;
import org.scijava.log.LogLevel;
import org.scijava.log.LogListener;
import org.scijava.log.LogMessage;

/**
 * Shows in ImageJ's Log window what commands log: information, warnings, and the details of errors. Without windows
 * the console has them already.
 */
final class LogDisplay implements LogListener {
    @Override
    public void messageLogged(LogMessage message) {
        if (MacroStop.hasNoWindows() || message.level() > LogLevel.INFO || message.level() == LogLevel.NONE) {
            return;
        }
        IJ.log(text(message));
    }

    private static String text(LogMessage message) {
        String text = String.valueOf(message.text());
        String said = message.level() == LogLevel.INFO ? text : LogLevel.prefix(message.level()) + ": " + text;
        if (message.throwable() == null) {
            return said;
        }
        StringWriter trace = new StringWriter();
        message.throwable().printStackTrace(new PrintWriter(trace, true));
        return said + "\n" + trace;
    }
}
