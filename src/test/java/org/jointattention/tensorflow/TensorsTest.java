package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertThrows;

import org.jointattention.engine.EngineException;
import org.junit.Test;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

public class TensorsTest {
    @Test
    public void valuesGoThereAndBack() {
        float[] values = new float[3];
        try (TFloat32 tensor = Tensors.floats(new int[] {3, 1}, new float[] {1, 2, 3})) {
            Tensors.read(tensor, values);
        }
        assertArrayEquals(new float[] {1, 2, 3}, values, 0);
    }

    /** What is not written would be left as it lay in the memory. */
    @Test
    public void tensorsAreFilledWhole() {
        assertThrows(EngineException.class, () -> Tensors.floats(new int[] {3}, new float[2]));
        assertThrows(EngineException.class, () -> Tensors.floats(new int[] {3}, new float[4]));
        assertThrows(EngineException.class, () -> Tensors.bytes(new int[] {2, 2}, new byte[3]));
    }

    @Test
    public void tensorsAreReadWholeAndAsWhatTheyAre() {
        try (TFloat32 tensor = Tensors.floats(new int[] {3}, new float[3]);
                TInt32 integer = TInt32.scalarOf(3)) {
            assertThrows(EngineException.class, () -> Tensors.read(tensor, new float[2]));
            assertThrows(EngineException.class, () -> Tensors.read(tensor, new float[4]));
            assertThrows(EngineException.class, () -> Tensors.read(integer, new float[1]));
        }
    }
}
