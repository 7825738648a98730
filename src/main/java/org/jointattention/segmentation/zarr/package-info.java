/** Images of OME-Zarr in, labels of OME-Zarr out, block by block. */
package org.jointattention.segmentation.zarr;
