package org.jointattention.command;

import static org.junit.Assert.assertEquals;

import java.io.File;
import org.junit.Test;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;

public class MacroLineTest {
    /** With inputs of every kind. */
    private static final class Probe implements Command {
        @Parameter
        private String text = "a \"b\"\nc\\d";

        @Parameter
        private File folder = new File("x\\y");

        @Parameter
        private File none = new File("");

        @Parameter
        private double learningRate = 1e-4;

        @Parameter
        private int steps = 7;

        @Parameter
        private boolean flag = true;

        @Parameter
        private Object service = new Object();

        @Parameter(type = ItemIO.OUTPUT)
        private String info = "done";

        @Override
        public void run() {}
    }

    /** Escaped as in a macro's string, so that the line stays one line and ImageJ reads the same values. */
    @Test
    public void inputsAreWrittenByKey() {
        assertEquals(
                "run(\"Probe...\", \"text=[a \\\"b\\\"\\nc\\\\d] folder=x\\\\y learningrate=0.0001 steps=7 flag=true\");",
                MacroLine.of("Probe...", new Probe()));
    }
}
