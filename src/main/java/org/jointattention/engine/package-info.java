/**
 * The narrow door to the tensor library: an {@code Engine} makes predictors and trainers. Only types of the JDK and of
 * {@code model} cross it, so that {@code Engines} can load the other side, {@code tensorflow}, in a class loader of its
 * own.
 */
package org.jointattention.engine;
