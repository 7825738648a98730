package org.jointattention.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a {@link ModelDescription} as {@code rdf.yaml}. */
final class RdfWriter {
    private static final String FORMAT_VERSION = "0.5.14";
    private static final String URL = "https://github.com/joint-attention/joint-attention-fiji";

    private final ModelDescription description;
    private final ModelSpec spec;
    private final ModelCard card;

    private RdfWriter(ModelDescription description) {
        this.description = description;
        spec = description.spec();
        card = description.card();
    }

    static String write(ModelDescription description) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setWidth(120);
        return new Yaml(options).dump(new RdfWriter(description).document());
    }

    private Map<String, Object> document() {
        Map<String, Object> rdf = map("format_version", FORMAT_VERSION, "type", "model", "name", card.name());
        rdf.put("description", card.description());
        if (!card.licence().isEmpty()) {
            rdf.put("license", card.licence());
        }
        // The specification wants an author: the writer of this document.
        rdf.put("authors", List.of(map("name", "Joint Attention for Fiji")));
        rdf.put("cite", List.of(map("text", "Joint Attention for Fiji", "url", URL)));
        rdf.put("git_repo", URL);
        rdf.put("tags", List.of("segmentation", "semantic-segmentation", "fiji", "joint-attention"));
        rdf.put("documentation", map("source", ModelFile.README));
        rdf.put("attachments", List.of(map("source", ModelFile.WEIGHTS, "sha256", description.weightsSha256())));
        rdf.put("inputs", List.of(input()));
        rdf.put("outputs", List.of(output()));
        rdf.put("weights", map());
        rdf.put("config", map("joint_attention", config()));
        return rdf;
    }

    private Map<String, Object> input() {
        List<Object> axes = new ArrayList<>();
        axes.add(map("type", "batch"));
        axes.add(inputAxis("y"));
        axes.add(inputAxis("x"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < spec.channels(); i++) {
            int slice = i / spec.imageChannels() - spec.slices() / 2;
            String where = spec.slices() == 1 ? "" : String.format(Locale.ROOT, "_slice%+d", slice);
            names.add("channel" + i % spec.imageChannels() + where);
        }
        axes.add(map("type", "channel", "channel_names", names));
        Map<String, Object> input = map("id", "input", "description", "image, resized by " + spec.scale());
        input.put("axes", axes);
        input.put("data", map("type", "float32"));
        input.put("preprocessing", List.of(preprocessing()));
        return input;
    }

    /** Any multiple of the stride works; the smallest declared is the tile that the model was made for. */
    private Map<String, Object> inputAxis(String id) {
        Map<String, Object> size =
                map("min", spec.tile().size(), "step", spec.backbone().stride());
        return map("type", "space", "id", id, "size", size);
    }

    private Map<String, Object> preprocessing() {
        NormalizationSpec normalization = spec.normalization();
        Map<String, Object> kwargs = map("axes", List.of("y", "x"));
        if (normalization.kind() == NormalizationSpec.Kind.MEAN_STD) {
            return map("id", "zero_mean_unit_variance", "kwargs", kwargs);
        }
        kwargs.put("min_percentile", normalization.low());
        kwargs.put("max_percentile", normalization.high());
        return map("id", "scale_range", "kwargs", kwargs);
    }

    private Map<String, Object> output() {
        List<Object> axes = new ArrayList<>();
        axes.add(map("type", "batch"));
        axes.add(outputAxis("y"));
        axes.add(outputAxis("x"));
        List<String> names = new ArrayList<>();
        spec.classes().forEach(label -> names.add(label.name()));
        axes.add(map("type", "channel", "channel_names", names));
        Map<String, Object> output = map("id", "output", "description", "class probabilities", "axes", axes);
        output.put("data", map("type", "float32", "range", List.of(0.0, 1.0)));
        return output;
    }

    private Map<String, Object> outputAxis(String id) {
        Map<String, Object> size = map("tensor_id", "input", "axis_id", id);
        return map("type", "space", "id", id, "size", size, "halo", spec.tile().overlap() / 2);
    }

    private Map<String, Object> config() {
        BackboneSpec backbone = spec.backbone();
        Map<String, Object> shape = map("name", backbone.name(), "depth", backbone.depth());
        shape.put("layers", backbone.layers());
        shape.put("growth", backbone.growth());
        shape.put("base_width", backbone.baseWidth());
        backbone.bottleneckWidth().ifPresent(width -> shape.put(RdfReader.BOTTLENECK_WIDTH, width));
        Map<String, Object> config = map("format", ModelDescription.format(spec), "backbone", shape);
        config.put("attention", spec.attention().toString());
        config.put("channels", spec.imageChannels());
        if (spec.slices() > 1) {
            config.put("slices", spec.slices());
        }
        config.put("classes", classes());
        config.put("normalization", normalization());
        config.put("scale", spec.scale());
        config.put(
                "tile", map("size", spec.tile().size(), "overlap", spec.tile().overlap()));
        config.put("card", cardTexts());
        config.put("weights", map("source", ModelFile.WEIGHTS, "sha256", description.weightsSha256()));
        return config;
    }

    private List<Object> classes() {
        List<Object> classes = new ArrayList<>();
        for (LabelClass label : spec.classes()) {
            classes.add(map("name", label.name(), "color", String.format("#%06x", label.rgb())));
        }
        return classes;
    }

    private Map<String, Object> normalization() {
        NormalizationSpec normalization = spec.normalization();
        Map<String, Object> map = map("kind", normalization.kind().name().toLowerCase(Locale.ROOT));
        map.put("low", normalization.low());
        map.put("high", normalization.high());
        return map;
    }

    private Map<String, Object> cardTexts() {
        Map<String, Object> texts = map("data", card.data(), "attribution", card.attribution());
        texts.put("training_command", card.trainingCommand());
        texts.put("figures", new LinkedHashMap<>(card.figures()));
        return texts;
    }

    /** A mapping of keys and values in turn, in that order. */
    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
