/**
 * Pixels in and out: planes of an image, tiles, and labels, probabilities and overlays as images. A tile is cut by
 * {@code TileReader}, placed by {@code TileGrid} and blended by {@code RowBlender}. Images open no windows here.
 */
package org.jointattention.image;
