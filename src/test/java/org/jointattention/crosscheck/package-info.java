/** Writes what networks and images in chunks are here, for {@code scripts/crosscheck} to compare with other programs. */
package org.jointattention.crosscheck;
