package org.jointattention.model;

import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class ProgramVersionTest {
    @Test
    public void isTheOneThatMavenWrote() {
        String program = ProgramVersion.program();
        assertTrue(program, program.matches("joint-attention \\d+\\.\\d+\\.\\d+\\S*"));
    }
}
