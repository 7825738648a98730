/**
 * The command line program: {@code Main} has one class a subcommand, whose options are its fields. The only package
 * that prints; failures become one line for the user in {@code FailureHandler}.
 */
package org.jointattention.cli;
