package org.jointattention.model;

import static org.jointattention.model.TestModels.assertRefused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

public class ModelDescriptionTest {
    private static final String SHA = String.join("", Collections.nCopies(32, "a1"));
    private static final ModelDescription GOOD =
            new ModelDescription(TestModels.spec(), TestModels.card("nuclei"), SHA);

    private static ModelDescription read(String yaml) {
        return ModelDescription.fromYaml(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** The good document with a replacement, which must refuse it. */
    private static void refuse(String old, String replacement, String... parts) {
        String yaml = GOOD.toYaml();
        assertTrue("no '" + old + "' in " + yaml, yaml.contains(old));
        assertRefused(() -> read(yaml.replace(old, replacement)), parts);
    }

    @Test
    public void roundTripIsExact() {
        ModelDescription read = read(GOOD.toYaml());
        assertEquals(GOOD, read);
        assertEquals(GOOD.toYaml(), read.toYaml());
        assertEquals(
                new ArrayList<>(GOOD.card().figures().keySet()),
                new ArrayList<>(read.card().figures().keySet()));
    }

    @Test
    public void meanAndDeviationRoundTrip() {
        ModelSpec s = TestModels.spec();
        ModelSpec spec = new ModelSpec(
                s.backbone(), s.attention(), 1, s.classes(), NormalizationSpec.meanStd(), 1.0 / 3, s.tile());
        assertEquals(
                spec,
                read(new ModelDescription(spec, GOOD.card(), SHA).toYaml()).spec());
    }

    /** Texts that YAML would take for something else, or that need escapes. */
    @Test
    public void awkwardTextsRoundTrip() {
        String[] texts = {
            "",
            " ",
            "null",
            "yes",
            "2020-01-01",
            "0x1f",
            "1e3",
            "- a",
            "a: b",
            "'",
            "\"",
            "#",
            "\u0001",
            "a\r\nb\n",
            "  x\n\n  y  ",
            "\u2028",
            "\ud83d\ude00",
            "&a",
            "*a",
            "!!int 5",
            "%",
            "---",
            "...",
            "{",
            "\ufeff",
            "<<",
            "="
        };
        for (String text : texts) {
            Map<String, String> figures = new LinkedHashMap<>();
            figures.put(text, text);
            ModelCard card = new ModelCard("n" + text, text, text, text, text, text, figures);
            assertEquals(
                    card,
                    read(new ModelDescription(GOOD.spec(), card, SHA).toYaml()).card());
        }
    }

    @Test
    public void isABioimageModelDescription() {
        Map<String, Object> rdf = new Yaml(new SafeConstructor(new LoaderOptions())).load(GOOD.toYaml());
        assertEquals("model", rdf.get("type"));
        assertTrue(((String) rdf.get("format_version")).startsWith("0.5."));
        assertEquals("CC0-1.0", rdf.get("license"));
        for (String key : List.of("authors", "cite", "tags", "documentation", "inputs", "outputs", "weights")) {
            assertTrue(key, rdf.containsKey(key));
        }
        Map<?, ?> input = (Map<?, ?>) ((List<?>) rdf.get("inputs")).get(0);
        assertEquals("[batch, space, space, channel]", types(input));
        Map<?, ?> output = (Map<?, ?>) ((List<?>) rdf.get("outputs")).get(0);
        List<?> axes = (List<?>) output.get("axes");
        assertEquals(List.of("background", "nucleus"), ((Map<?, ?>) axes.get(3)).get("channel_names"));
    }

    private static String types(Map<?, ?> tensor) {
        List<Object> types = new ArrayList<>();
        ((List<?>) tensor.get("axes")).forEach(axis -> types.add(((Map<?, ?>) axis).get("type")));
        return types.toString();
    }

    private static String yaml(ModelSpec spec) {
        return new ModelDescription(spec, GOOD.card(), SHA).toYaml();
    }

    @Test
    public void aBottleneckOfItsOwnWidthRoundTrips() {
        ModelSpec s = TestModels.spec();
        BackboneSpec backbone = new BackboneSpec("unet", 3, 2, 8, 8);
        assertEquals(64, backbone.doubledWidth(3));
        BackboneSpec narrow = backbone.withBottleneckWidth(57);
        assertEquals(57, narrow.doubledWidth(3));
        assertEquals(32, narrow.doubledWidth(2));
        assertTrue(!narrow.equals(backbone) && narrow.toString().contains("at the bottleneck 57"));
        String text = yaml(s.withBackbone(narrow));
        assertTrue(text, text.contains("format: 3\n") && text.contains("bottleneck_width: 57\n"));
        assertEquals(narrow, read(text).spec().backbone());
        TestModels.assertRefused(() -> read(text.replace("width: 57", "width: 0")), "bottleneck width");
        TestModels.assertRefused(() -> read(text.replace("width: 57", "width: much")), "bottleneck_width");
        TestModels.assertRefused(() -> read(text.replace("name: unet", "name: denseunet")), "no width of its own");
        assertEquals(backbone, backbone.withBottleneckWidth(64));
        String plain = yaml(s.withBackbone(backbone));
        assertTrue(plain, plain.contains("format: 1\n") && !plain.contains("bottleneck_width"));
    }

    /** Models that see one slice stay readable for all versions; others name themselves newer. */
    @Test
    public void slicesRoundTrip() {
        ModelSpec two = TestModels.spec();
        assertEquals(1, two.slices());
        String plain = yaml(two);
        assertTrue(plain, plain.contains("format: 1\n") && !plain.contains("slices"));
        ModelSpec spec = new ModelSpec(
                        two.backbone(), two.attention(), 6, two.classes(), two.normalization(), two.scale(), two.tile())
                .withSlices(3);
        assertEquals(2, spec.imageChannels());
        String text = yaml(spec);
        assertTrue(text, text.contains("format: 2\n") && text.contains("slices: 3") && text.contains("channels: 2\n"));
        assertTrue(text, text.contains("channel0_slice-1") && text.contains("channel1_slice+1"));
        assertEquals(spec, read(text).spec());
        TestModels.assertRefused(() -> spec.withSlices(2), "odd");
        TestModels.assertRefused(() -> spec.withSlices(5), "divide the 6 input channels");
        TestModels.assertRefused(() -> read(text.replace("slices: 3", "slices: 99999999")), "channels times slices");
    }

    @Test
    public void newerFormatsAreNamed() {
        refuse("    format: 1\n", "    format: 4\n", "newer version", "4", "up to 3", "Update");
        refuse("    format: 1\n", "    format: 0\n", "config.joint_attention.format", "0");
    }

    @Test
    public void foreignModelsAreNamed() {
        refuse("  joint_attention:", "  other:", "another program");
        refuse("type: model\n", "type: dataset\n", "type", "'model'", "'dataset'");
        refuse("type: model\n", "", "type is missing");
    }

    @Test
    public void wrongValuesNameTheKey() {
        refuse("depth: 3", "depth: three", "config.joint_attention.backbone.depth", "whole number", "three");
        refuse("depth: 3", "depth: 3.5", "backbone.depth", "whole number", "3.5");
        refuse("depth: 3", "depth: 99999999999", "backbone.depth", "99999999999");
        refuse("depth: 3", "depth: 77", "config.joint_attention.backbone", "77", "1 to 6");
        refuse("growth: 8\n", "grow: 8\n", "config.joint_attention.backbone.growth is missing");
        refuse("kind: percentile", "kind: median", "normalization.kind", "'mean_std'", "'median'");
        refuse("low: 1.5", "low: 99.9", "config.joint_attention.normalization", "99.9");
        refuse("scale: 0.3", "scale: .nan", "config.joint_attention", "scale", "NaN");
        refuse("scale: 0.3", "scale: [0.3]", "config.joint_attention.scale", "a number", "a list");
        refuse("attention: joint:competitive@", "attention: joint@cellar,", "joint_attention.attention", "cellar");
        refuse("'#12abef'", "blue", "classes[1].color", "'blue'");
        refuse("name: nucleus", "name: 7", "classes[1].name", "a text", "7");
        refuse("name: nucleus", "name: ''", "classes[1].name");
        refuse("size: 64", "size: 63", "config.joint_attention", "63");
        refuse("name: nuclei\n", "name: 5\n", "name: expected a text");
        refuse("validation Dice: '0.95'", "validation Dice: 0.95", "figures.validation Dice", "0.95");
        refuse("epochs: '12'", "? [1]\n        : x", "figures", "texts");
        refuse("sha256: " + SHA, "sha256: abc", "weights.sha256", "'abc'");
        refuse("source: weights.safetensors", "source: ../evil", "weights.source", "../evil");
    }

    @Test
    public void hostileYamlIsRefused() {
        assertRefused(() -> read(""), "document", "mapping", "nothing");
        assertRefused(() -> read("- a"), "document", "a list");
        assertRefused(() -> read("type: model\ntype: model\n"), "YAML", "duplicate");
        assertRefused(() -> read("!!javax.script.ScriptEngineManager []"), "YAML");
        assertRefused(() -> read("a: &a [*a"), "YAML");
        assertRefused(() -> read("--- {}\n--- {}"), "YAML");
        assertRefused(() -> ModelDescription.fromYaml(new byte[] {'a', (byte) 0xff}), "UTF-8");
        assertRefused(() -> ModelDescription.fromYaml(new byte[(1 << 20) + 1]), "1048577");
        assertRefused(() -> read(String.join("", Collections.nCopies(100_000, "["))), "YAML");
        assertRefused(() -> read("a: !!int " + String.join("", Collections.nCopies(900_000, "9"))), "64 characters");
        assertRefused(() -> read("a: 1" + String.join("", Collections.nCopies(300_000, ":1"))), "type");
        StringBuilder laughs = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append(String.format("a%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1));
        }
        assertRefused(() -> read(laughs.toString()), "YAML");
    }
}
