package org.jointattention.command;

import ij.IJ;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Counts the commands at work, since ImageJ has one ESC flag for all: it ends all of them, and is forgotten when a
 * command begins while no other is at work.
 */
@Plugin(type = Service.class)
public final class RunningCommands extends AbstractService implements SciJavaService {
    private int running;

    synchronized void begin() {
        if (running == 0) {
            IJ.resetEscape(); // an ESC of long ago is not meant for this run
        }
        running++;
    }

    synchronized void end() {
        running--;
    }
}
