/**
 * What a model is: its description ({@code ModelSpec}), card and weights, the zip file that holds them, and where models
 * are found ({@code ModelStore}). Uses no image and no tensor library.
 */
package org.jointattention.model;
