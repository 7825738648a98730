package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jointattention.model.ModelException;
import org.junit.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    public void helpGoesToStandardOutput() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString(), out.toString().contains("Usage: joint-attention"));
        assertTrue(out.toString(), out.toString().contains("Exit status"));
        assertEquals("", err.toString());
    }

    @Test
    public void versionIsThatOfTheProject() {
        assertEquals(0, run("--version"));
        assertTrue(out.toString(), out.toString().trim().matches("joint-attention \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"));
    }

    @Test
    public void noCommandIsWrongUsage() {
        assertEquals(2, run());
        assertEquals("", out.toString());
        assertTrue(err.toString(), err.toString().contains("Usage: joint-attention"));
    }

    @Test
    public void unknownCommandIsNamedWithAHint() {
        assertEquals(2, run("halp"));
        assertEquals("", out.toString());
        assertTrue(err.toString(), err.toString().startsWith("error: "));
        assertTrue(err.toString(), err.toString().contains("'halp'"));
        assertTrue(err.toString(), err.toString().contains("joint-attention --help"));
    }

    @Test
    public void wrongOptionOfACommandPointsToThatCommandsHelp() {
        assertEquals(2, run("fail", "--message", "x", "--nonsense"));
        assertTrue(err.toString(), err.toString().contains("--nonsense"));
        assertTrue(err.toString(), err.toString().contains("'joint-attention fail --help'"));
        assertFalse(err.toString(), err.toString().contains("Usage:"));
    }

    @Test
    public void failureIsOneLineAndStatusOne() {
        assertEquals(1, run("fail", "--message", "a.jam: not a model. Train it again."));
        assertEquals("", out.toString());
        assertEquals("error: a.jam: not a model. Train it again." + System.lineSeparator(), err.toString());
    }

    @Test
    public void verboseAddsTheStackTraceWhereverItIsGiven() {
        assertEquals(1, run("fail", "--message", "bad", "--verbose"));
        assertTrue(err.toString(), err.toString().startsWith("error: bad"));
        assertTrue(err.toString(), err.toString().contains("at " + Fail.class.getName()));

        err.getBuffer().setLength(0);
        assertEquals(1, run("--verbose", "fail", "--message", "bad"));
        assertTrue(err.toString(), err.toString().contains("at " + Fail.class.getName()));
    }

    @Test
    public void debugAddsTheStackTrace() {
        assertEquals(1, run(new FailureHandler(true), "fail", "--message", "bad"));
        assertTrue(err.toString(), err.toString().contains("at " + Fail.class.getName()));
    }

    @Test
    public void fileExceptionsSayWhatIsWrongWithTheFile() {
        assertEquals(1, run("fail", "--missing-file", "cells.tif"));
        assertEquals("error: cells.tif: no such file or folder" + System.lineSeparator(), err.toString());
    }

    @Test
    public void mistakesOfTheProgramPointToVerbose() {
        assertEquals(1, run("fail"));
        assertTrue(err.toString(), err.toString().startsWith("error: java.lang.NullPointerException"));
        assertTrue(err.toString(), err.toString().contains("--verbose"));
        assertFalse(err.toString(), err.toString().contains("at " + Fail.class.getName()));
    }

    @Test
    public void fullHeapSaysHowToGiveMore() {
        assertEquals(1, run("fail", "--out-of-memory"));
        assertTrue(err.toString(), err.toString().startsWith("error: out of memory"));
        assertTrue(err.toString(), err.toString().contains("--heap before the command"));
    }

    @Test
    public void statusOfACommandPassesThrough() {
        assertEquals(1, run("fail", "--status", "1"));
        assertEquals("", err.toString());
    }

    @Test
    public void argumentsMayBeginWithAt() {
        assertEquals(1, run("fail", "--message", "@no-such-argument-file"));
        assertTrue(err.toString(), err.toString().contains("@no-such-argument-file"));
    }

    @Test
    public void everyCommandHasHelpAndADescription() {
        Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
        assertFalse(commands.isEmpty());
        for (String name : commands.keySet()) {
            out.getBuffer().setLength(0);
            assertEquals(name, 0, Main.run(new PrintWriter(out), new PrintWriter(err), name, "--help"));
            assertTrue(out.toString(), out.toString().contains("Usage: joint-attention " + name));
            assertTrue(out.toString(), name.equals("help") || out.toString().contains("--verbose"));
            assertTrue(name, commands.get(name).getCommandSpec().usageMessage().description().length > 0);
        }
        assertEquals("", err.toString());
    }

    private int run(String... args) {
        return run(new FailureHandler(false), args);
    }

    private int run(FailureHandler failures, String... args) {
        CommandLine top = Main.commandLine().addSubcommand(new Fail());
        return Main.run(top, failures, new PrintWriter(out), new PrintWriter(err), args);
    }

    @Command(name = "fail", mixinStandardHelpOptions = true, description = "Fails as asked.")
    static final class Fail implements Callable<Integer> {
        @Option(names = "--message")
        private String message;

        @Option(names = "--missing-file")
        private String missingFile;

        @Option(names = "--out-of-memory")
        private boolean outOfMemory;

        @Option(names = "--status")
        private Integer status;

        @Mixin
        private CommonOptions common;

        @Override
        public Integer call() throws NoSuchFileException {
            if (message != null) {
                throw new ModelException(message);
            }
            if (missingFile != null) {
                throw new NoSuchFileException(missingFile);
            }
            if (outOfMemory) {
                throw new OutOfMemoryError("Java heap space");
            }
            if (status != null) {
                return status;
            }
            throw new NullPointerException();
        }
    }
}
