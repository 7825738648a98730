/**
 * How well predicted masks fit the truth: Dice, IoU, precision, recall, HD95 and ASSD, per image and class.
 *
 * <p>Background, class 0, gets no score of its own. Truth pixels of value 255 count nowhere: they are taken out of both
 * masks before anything is counted or measured. Where a class is in neither mask, Dice, IoU, precision and recall are 1
 * and distances 0; where it is in one only, Dice, IoU, precision and recall are 0 and distances the diagonal of the
 * image; tables flag both cases.
 */
package org.jointattention.evaluation;
