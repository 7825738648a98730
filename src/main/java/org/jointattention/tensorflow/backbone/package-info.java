/**
 * The networks that attention is put into, one class and one constant of {@code Backbones} each. Where in a network
 * attention is applied is chosen in {@code AttentionPlaces}.
 */
package org.jointattention.tensorflow.backbone;
