/**
 * The SciJava commands of the menu: thin, without algorithms. Macro keys are the field names of the commands here;
 * {@code CommandInputsTest} holds the list, so that none changes unnoticed. In plain ImageJ the package {@code imagej}
 * makes their dialogs.
 */
package org.jointattention.command;
