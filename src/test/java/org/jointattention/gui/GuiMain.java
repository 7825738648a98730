package org.jointattention.gui;

import ij.ImageJ;
import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;
import org.junit.runners.BlockJUnit4ClassRunner;

/** The main program of the JVM with real ImageJ: runs the test classes that it reads from its standard input. */
final class GuiMain {
    private GuiMain() {}

    public static void main(String... arguments) throws Exception {
        PrintStream events = System.out;
        System.setOut(System.err); // what others print is not to look like an event
        EventQueue.invokeAndWait(() -> new ImageJ().exitWhenQuitting(false));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String name;
        while ((name = in.readLine()) != null) {
            JUnitCore core = new JUnitCore();
            GuiListener listener = new GuiListener(events);
            core.addListener(listener);
            core.run(Request.runner(new BlockJUnit4ClassRunner(Class.forName(name))));
            events.println(new GuiEvent(GuiEvent.Kind.DONE, null, "").toLine());
        }
        System.exit(0);
    }
}
