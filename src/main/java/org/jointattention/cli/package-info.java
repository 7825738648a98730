/**
 * The command line program: one class a subcommand, whose options are its fields, listed in {@code Main}. Failures
 * become one line for the user in {@code FailureHandler}.
 */
package org.jointattention.cli;
