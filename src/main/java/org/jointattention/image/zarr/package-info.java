/**
 * Images larger than memory, in chunks: OME-Zarr 0.4 (Zarr 2) and 0.5 (Zarr 3), read and written. {@code OmeZarrImage}
 * opens one, {@code LabelPyramid} writes labels. Arrays are seen through {@code ChunkedArray}, storage through {@code
 * Store}, so that another library or a cluster's file system can take their places. Knows no ImageJ.
 */
package org.jointattention.image.zarr;
