/**
 * From an image to labels: {@code Segmenter} sends a plane tile by tile through a predictor, {@code ImageSegmenter} all
 * planes of an image, {@code FileSegmenter} a file. {@code PlaneAttention} shows where the network looked.
 */
package org.jointattention.segmentation;
