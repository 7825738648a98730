/**
 * Files on a cluster, by Apache Spark. {@code Work} is what there is to do, numbered; {@code TaskPlan} cuts it into
 * slices, {@code WorkRun} has them done by executors, {@code FileRun} segments files.
 * {@code VolumeRun} segments one image of OME-Zarr, in several works one after the other. The only package
 * that knows Spark and Hadoop.
 */
package org.jointattention.batch.spark;
