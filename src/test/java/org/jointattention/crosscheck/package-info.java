/** Writes what the networks here compute, for {@code scripts/crosscheck} to compare with a version of its own. */
package org.jointattention.crosscheck;
