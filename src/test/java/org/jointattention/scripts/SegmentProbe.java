package org.jointattention.scripts;

import org.jointattention.command.HostFolders;
import org.jointattention.engine.Engine;
import org.jointattention.engine.Engines;
import org.jointattention.engine.HostProgram;

/** For macros: what the installed plugin can do in the ImageJ that it is installed in. */
public final class SegmentProbe {
    private SegmentProbe() {}

    /** Segments an image with the engine that commands would find. */
    public static String segment() {
        HostFolders folders = new HostFolders();
        Engine engine = Engines.isolated(folders.library());
        return folders.hasLibrary() + " " + folders.library() + " " + folders.models() + " "
                + HostProgram.foreground(engine);
    }

    /** Ends ImageJ. */
    public static void exit(String status) {
        System.exit(Integer.parseInt(status));
    }
}
