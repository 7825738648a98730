package org.jointattention.comparison;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PlanFileTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private ComparisonPlan plan(String... lines) throws IOException {
        return Plans.plan(temporary.getRoot().toPath(), lines);
    }

    private String failure(String... lines) {
        return assertThrows(ComparisonException.class, () -> plan(lines)).getMessage();
    }

    @Test
    public void readsAllThereIs() throws IOException {
        ComparisonPlan plan = plan(
                "title: T",
                "preset: base",
                "backbones: [denseunet, unet]",
                "attentions: [none, 'joint:competitive@skip1,bottleneck']",
                "reference: none",
                "contrasts: ['joint:competitive@bottleneck,skip1']",
                "tolerance: 0.1",
                "metrics: [dice, hd95_px]",
                "seeds: [1, 2]",
                "training: {steps: 10, scale: 0.5, augmentation: gentle}",
                "data:",
                "  - {name: a, folder: deep/a, classes: [background, cell], exclude: [bad]}",
                "  - {name: b, seeds: [2, 3], attentions: [none], training: {steps: 20, slices: 3}}");
        assertEquals("T", plan.title());
        assertEquals(0.1, plan.tolerance(), 0);
        assertEquals(List.of("joint:competitive@bottleneck,skip1"), plan.contrasts());
        assertEquals(List.of("dice", "hd95_px"), plan.metrics());
        List<String> cells = plan.cells().stream().map(Cell::toString).collect(Collectors.toList());
        assertEquals(4 + (4 + 2) + 2, cells.size());
        assertEquals("a, denseunet, none@bottleneck, seed 1", cells.get(0));
        assertEquals("a, unet, joint:competitive@bottleneck,skip1, seed 1", cells.get(3));
        assertEquals("b, denseunet, none@bottleneck, seed 3", cells.get(10));
        assertEquals(
                "augmentation gentle, scale 0.5, steps 10",
                plan.data("a").choices().toString());
        assertEquals(
                "augmentation gentle, scale 0.5, slices 3, steps 20",
                plan.data("b").choices().toString());
        Path root = temporary.getRoot().toPath();
        assertEquals(root.resolve("deep/a/test/images"), plan.data("a").testImages());
        assertEquals(root.resolve("b/test/masks"), plan.data("b").testMasks());
    }

    @Test
    public void aPlanMayBeShort() throws IOException {
        ComparisonPlan plan =
                plan("attentions: [self, none]", "seeds: [1]", "training: {steps: 5}", "data: [{name: a}]");
        assertEquals("self@bottleneck", plan.reference());
        assertEquals(0.05, plan.tolerance(), 0);
        assertEquals(5, plan.metrics().size());
    }

    @Test
    public void saysWhichKeyIsWrong() {
        String[] good = {"attentions: [none]", "seeds: [1]", "training: {steps: 5}", "data: [{name: a}]"};
        String[][] wrong = {
            {"seed: [1]", "The key seed is unknown"},
            {"tolerance: 0", "tolerance"},
            {"contrasts: [joint]", "contrasts: expected one of the plan's attentions; joint@bottleneck is none of them"
            },
            {"reference: joint", "reference: expected one of the plan's attentions; joint@bottleneck is none of them"},
            {"metrics: [dice, beauty]", "beauty"},
            {"preset: huge", "Unknown preset 'huge'"},
            {"backbones: []", "backbones: expected a list with each value once"},
        };
        for (String[] pair : wrong) {
            String message = failure(good[0], good[1], good[2], good[3], pair[0]);
            assertTrue(message, message.contains("plan.yaml") && message.contains(pair[1]));
        }
        assertTrue(failure("attentions: [none, none@bottleneck]", good[1], good[2], good[3])
                .contains("Two cells have the folder"));
        assertTrue(failure("attentions: ['none@nowhere']", good[1], good[2], good[3])
                .contains("nowhere"));
        assertTrue(failure(good[0], "seeds: [one]", good[2], good[3]).contains("whole numbers"));
        assertTrue(failure(good[0], good[1], good[3]).contains("training.steps is missing for a"));
        assertTrue(failure(good[0], good[1], good[2]).contains("The key data is missing"));
        assertTrue(failure(good[0], good[1], "training: {steps: many}", good[3]).contains("training.steps"));
    }

    @Test
    public void saysWhichFileCannotBeRead() {
        Path none = temporary.getRoot().toPath().resolve("none.yaml");
        String message = assertThrows(ComparisonException.class, () -> new PlanFile(none, none.getParent()).read())
                .getMessage();
        assertTrue(message, message.contains("none.yaml") && message.contains("no such file"));
    }
}
