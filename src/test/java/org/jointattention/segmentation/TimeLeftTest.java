package org.jointattention.segmentation;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class TimeLeftTest {
    @Test
    public void hoursAreSaidWhereThereAreSome() {
        assertEquals("0:00", TimeLeft.text(0.4));
        assertEquals("0:01", TimeLeft.text(0.5));
        assertEquals("59:59", TimeLeft.text(3599.4));
        assertEquals("1:00:00", TimeLeft.text(3599.5));
        assertEquals("1:30:00", TimeLeft.text(5400));
    }
}
