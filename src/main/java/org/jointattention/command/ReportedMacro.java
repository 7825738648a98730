package org.jointattention.command;

import ij.macro.Interpreter;

/** A macro whose failure is told by who runs it, from {@link #getErrorMessage}, and therefore by nobody else. */
public final class ReportedMacro extends Interpreter {}
