/**
 * Compares networks fairly: a grid of trainings on the same data with equal steps and about equal numbers of weights, each
 * judged on test images, and a report of what can be concluded.
 */
package org.jointattention.comparison;
