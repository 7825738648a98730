package org.jointattention.imagej;

import ij.IJ;
import org.scijava.Context;
import org.scijava.log.LogService;

/** The one SciJava context of this program: Fiji's where there is one, else one of our own. */
final class HostContext {
    private static Context context;
    private static StatusDisplay display;

    private HostContext() {}

    static synchronized Context get() {
        if (context == null) {
            context = find();
            if (!isHosts(context)) { // Fiji shows progress and log itself
                display = new StatusDisplay(context); // the event service holds it weakly
                context.service(LogService.class).addLogListener(new LogDisplay());
            }
        }
        return context;
    }

    /** SciJava looks for plugins through the context class loader, which ImageJ leaves at that of ij.jar. */
    private static Context find() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(HostContext.class.getClassLoader());
        try {
            // in Fiji this answers with the running context, elsewhere it makes one at each call
            Object found = IJ.runPlugIn(Context.class.getName(), "");
            return found instanceof Context ? (Context) found : new Context();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean isHosts(Context found) {
        return found.getServiceIndex().getAll().stream()
                .anyMatch(service -> service.getClass().getName().startsWith("net.imagej.legacy."));
    }
}
