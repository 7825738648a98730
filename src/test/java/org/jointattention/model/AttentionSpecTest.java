package org.jointattention.model;

import static org.jointattention.model.TestModels.assertRefused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class AttentionSpecTest {
    @Test
    public void placesAreASortedSet() {
        AttentionSpec spec = AttentionSpec.parse(" Joint : competitive @ skip1, bottleneck,skip0 ,skip1");
        assertEquals("joint:competitive@bottleneck,skip0,skip1", spec.toString());
        assertEquals(List.of("bottleneck", "skip0", "skip1"), spec.places());
        assertTrue(spec.atSkip(1));
        assertFalse(spec.atSkip(2));
    }

    @Test
    public void equalSpecsHaveEqualHashCodes() {
        AttentionSpec one = AttentionSpec.parse("joint@skip1,bottleneck");
        AttentionSpec other = new AttentionSpec("joint", null, List.of("bottleneck", "skip1"));
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertNotEquals(one, AttentionSpec.parse("joint:competitive@skip1,bottleneck"));
        assertNotEquals(one, AttentionSpec.parse("joint@skip1"));
    }

    @Test
    public void unknownPlacesAreNamed() {
        assertRefused(() -> AttentionSpec.parse("joint@top"), "Unknown attention place 'top'");
        assertRefused(() -> AttentionSpec.parse("joint@"), "Unknown attention place ''");
    }
}
