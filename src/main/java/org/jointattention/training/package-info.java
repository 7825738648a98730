/**
 * From images with labels to a model: {@code DataSetLoader} reads the pairs, {@code Planner} decides what the user left
 * open, {@code PatchSampler} and {@code Augmentation} make the patches, {@code TrainingLoop} trains and validates.
 */
package org.jointattention.training;
