/** Writes what networks and images in chunks are here, for {@code scripts/crosscheck} to compare with others. */
package org.jointattention.crosscheck;
