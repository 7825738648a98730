package org.jointattention.model;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class ModelListingTest {
    private static ListedModel sound(String name) {
        return ListedModel.of(name, () -> TestModels.model("Nuclei"));
    }

    private static ListedModel broken(String name, String problem) {
        return ListedModel.of(name, () -> {
            throw new ModelException(problem);
        });
    }

    @Test
    public void aParagraphAModel() {
        String expected = String.join(
                "\n",
                "a/nuclei.zip",
                "  name: Nuclei",
                "  network: " + TestModels.spec().backbone() + ", attention joint:competitive@bottleneck,skip1",
                "  input: 2 channel(s), scale 0.3, tile " + TestModels.spec().tile(),
                "  classes: background, nucleus",
                "  description: Nuclei, \"bright\": on dark.",
                "    Second line # no comment",
                "  data: dsb2018 \u00b5m",
                "  licence: CC0-1.0",
                "  attribution: Caicedo et al. 2019",
                "  validation Dice: 0.95",
                "  epochs: 12",
                "",
                "b.zip",
                "  broken: no zip");
        assertEquals(expected, ModelListing.text(List.of(sound("a/nuclei.zip"), broken("b.zip", "no zip"))));
    }

    @Test
    public void aNameIsNotSaidTwice() {
        assertEquals(
                "  network",
                ModelListing.text(List.of(sound("Nuclei"))).split("\n")[1].split(":")[0]);
        assertEquals("", ModelListing.text(List.of()));
    }

    @Test
    public void terminalsGetNoEscapeSequences() {
        assertEquals("e?[2J\n  broken: x?", ModelListing.text(List.of(broken("e\u001b[2J", "x\u0007"))));
    }
}
