package org.jointattention.batch.spark;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class LineMarksTest {
    /** Lines of ten bytes. */
    private static LineMarks marks(int lines, int limit) {
        LineMarks marks = new LineMarks(limit);
        for (long line = 0; line < lines; line++) {
            marks.add(10 * line);
        }
        return marks;
    }

    @Test
    public void everyLineIsMarkedWhileThereIsRoom() {
        LineMarks marks = marks(8, 8);
        assertEquals(1, marks.step());
        assertEquals(70, marks.offset(marks.before(7)));
    }

    @Test
    public void marksOfManyLinesAreAPowerOfTwoApart() {
        for (int limit : new int[] {2, 3, 8}) {
            for (int lines = 1; lines < 200; lines++) {
                LineMarks marks = marks(lines, limit);
                assertTrue("step " + marks.step(), marks.step() < 4L * lines / limit + 2);
                for (long line = 0; line < lines; line++) {
                    long mark = marks.before(line);
                    assertTrue(mark < limit);
                    assertEquals(10 * mark * marks.step(), marks.offset(mark));
                    assertTrue(line - mark * marks.step() < marks.step());
                }
            }
        }
    }
}
