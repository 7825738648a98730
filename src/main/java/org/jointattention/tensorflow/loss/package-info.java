/** What training makes small: each {@code Loss} is a graph from logits and labels to one number. */
package org.jointattention.tensorflow.loss;
