package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Locale;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.Precision;
import org.jointattention.image.RoiKey;
import org.jointattention.segmentation.Augment;
import org.junit.Test;

public class ChoiceTest {
    @Test
    public void caseAndBlanksDoNotCount() {
        assertEquals("ROI Manager", Choice.of("origin", " roi manager ", "Overlay", "ROI Manager"));
        assertEquals(DeviceChoice.GPU, Choice.device("GPU"));
        assertEquals(Precision.BFLOAT16, Choice.precision("BFloat16"));
    }

    @Test
    public void whatIsUnknownIsToldWithWhatIsKnown() {
        CommandException failure = assertThrows(CommandException.class, () -> Choice.device("tpu"));
        assertEquals("device=tpu is unknown: use auto, cpu, gpu.", failure.getMessage());
        assertThrows(CommandException.class, () -> Choice.of("mode", "", "new"));
    }

    /** The constants are those of the enums, which annotations cannot name. */
    @Test
    public void allOfTheEnumsAreKnown() {
        for (DeviceChoice device : DeviceChoice.values()) {
            assertEquals(device, Choice.device(device.name().toLowerCase(Locale.ROOT)));
        }
        for (Precision precision : Precision.values()) {
            assertEquals(precision, Choice.precision(precision.name().toLowerCase(Locale.ROOT)));
        }
        for (Augment augment : Augment.values()) {
            assertEquals(augment, Choice.augment(augment.name().toLowerCase(Locale.ROOT)));
        }
        for (RoiKey key : RoiKey.values()) {
            assertEquals(key.toString(), Choice.of("assign", key.toString(), Choice.NAME, Choice.GROUP, Choice.COLOUR));
        }
    }
}
