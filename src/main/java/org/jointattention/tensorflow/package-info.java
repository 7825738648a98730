/**
 * The engine in TensorFlow, and the only package that knows it: networks are graphs built of {@code backbone},
 * {@code attention} and {@code loss}; {@code TensorFlowPredictor} and {@code TensorFlowTrainer} run them. Tensors are
 * NHWC.
 */
package org.jointattention.tensorflow;
