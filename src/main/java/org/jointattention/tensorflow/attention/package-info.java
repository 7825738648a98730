/**
 * Attention, one class a mechanism and one constant of {@code AttentionMechanism} each, which has the name that users
 * write. All are {@code SpatialAttention}: features in, features of the same size out.
 */
package org.jointattention.tensorflow.attention;
