/**
 * The bridge for plain ImageJ: it runs the SciJava commands of {@code org.jointattention.command} from ImageJ's menu
 * and macros, with a dialog made from a command's inputs, the recorder, and without a display.
 */
package org.jointattention.imagej;
