package org.jointattention.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads {@code rdf.yaml} into a {@link ModelDescription}. */
final class RdfReader {
    private static final String CONFIG = "config";
    private static final String OURS = "joint_attention";

    /** Key of the channels of the deepest level; missing where they follow from the base width. */
    static final String BOTTLENECK_WIDTH = "bottleneck_width";

    private final YamlSection rdf;
    private final YamlSection config;

    private RdfReader(YamlSection rdf) {
        this.rdf = rdf;
        if (!rdf.text("type").equals("model")) {
            throw rdf.wrong("type", "'model'", rdf.text("type"));
        }
        if (!rdf.has(CONFIG) || !rdf.section(CONFIG).has(OURS)) {
            throw new ModelException("The key config.joint_attention is missing: this is the model of another program. "
                    + "Expected a model made by Joint Attention.");
        }
        config = rdf.section(CONFIG).section(OURS);
    }

    static ModelDescription read(byte[] yaml) {
        return new RdfReader(YamlDocument.parse(yaml)).description();
    }

    private ModelDescription description() {
        checkFormat();
        YamlSection weights = config.section("weights");
        if (!weights.text("source").equals(ModelFile.WEIGHTS)) {
            throw weights.wrong("source", "'" + ModelFile.WEIGHTS + "'", weights.text("source"));
        }
        String sha256 = weights.text("sha256");
        ModelSpec spec = spec();
        ModelCard card = card();
        return within(weights, "sha256", () -> new ModelDescription(spec, card, sha256));
    }

    private void checkFormat() {
        int format = config.integer("format");
        if (format > ModelDescription.NEWEST_FORMAT) {
            throw new ModelException("The model was made by a newer version of Joint Attention (model format " + format
                    + "; this version reads up to " + ModelDescription.NEWEST_FORMAT + "). Update the plugin.");
        }
        if (format < ModelDescription.FORMAT) {
            throw config.wrong("format", String.valueOf(ModelDescription.FORMAT), format);
        }
    }

    private ModelSpec spec() {
        BackboneSpec backbone = backbone();
        String attentionText = config.text("attention");
        AttentionSpec attention = within(config, "attention", () -> AttentionSpec.parse(attentionText));
        int channels = config.integer("channels");
        int slices = config.has("slices") ? config.integer("slices") : 1;
        List<LabelClass> classes = classes();
        NormalizationSpec normalization = normalization();
        double scale = config.number("scale");
        TileSpec tile = tile();
        return within(
                rdf.section(CONFIG),
                OURS,
                () -> new ModelSpec(
                                backbone,
                                attention,
                                (int) Checks.inRange(
                                        "number of channels times slices", (double) channels * slices, 1, 64),
                                classes,
                                normalization,
                                scale,
                                tile)
                        .withSlices(slices));
    }

    private BackboneSpec backbone() {
        YamlSection section = config.section("backbone");
        String name = section.text("name");
        int depth = section.integer("depth");
        int layers = section.integer("layers");
        int growth = section.integer("growth");
        int baseWidth = section.integer("base_width");
        BackboneSpec spec = within(config, "backbone", () -> new BackboneSpec(name, depth, layers, growth, baseWidth));
        if (!section.has(BOTTLENECK_WIDTH)) {
            return spec;
        }
        int width = section.integer(BOTTLENECK_WIDTH);
        return within(config, "backbone", () -> spec.withBottleneckWidth(width));
    }

    private List<LabelClass> classes() {
        List<LabelClass> classes = new ArrayList<>();
        for (YamlSection section : config.sections("classes")) {
            String name = section.text("name");
            String color = section.text("color");
            if (!color.matches("#[0-9a-fA-F]{6}")) {
                throw section.wrong("color", "a colour like '#00ff00'", color);
            }
            int rgb = Integer.parseInt(color.substring(1), 16);
            classes.add(within(section, "name", () -> new LabelClass(name, rgb)));
        }
        return classes;
    }

    private NormalizationSpec normalization() {
        YamlSection section = config.section("normalization");
        String kind = section.text("kind");
        double low = section.number("low");
        double high = section.number("high");
        switch (kind) {
            case "percentile":
                return within(config, "normalization", () -> NormalizationSpec.percentile(low, high));
            case "mean_std":
                return NormalizationSpec.meanStd();
            default:
                throw section.wrong("kind", "'percentile' or 'mean_std'", kind);
        }
    }

    private TileSpec tile() {
        YamlSection section = config.section("tile");
        int size = section.integer("size");
        int overlap = section.integer("overlap");
        return within(config, "tile", () -> new TileSpec(size, overlap));
    }

    private ModelCard card() {
        YamlSection section = config.section("card");
        String name = rdf.text("name");
        String description = rdf.textOr("description", "");
        String licence = rdf.textOr("license", "");
        String data = section.text("data");
        String attribution = section.text("attribution");
        String command = section.text("training_command");
        Map<String, String> figures = section.texts("figures");
        return within(
                rdf, "name", () -> new ModelCard(name, description, data, licence, attribution, command, figures));
    }

    /** Adds the key to the message of a value that is out of its range. */
    private static <T> T within(YamlSection section, String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (ModelException e) {
            throw new ModelException(section.path(key) + ": " + e.getMessage(), e);
        }
    }
}
