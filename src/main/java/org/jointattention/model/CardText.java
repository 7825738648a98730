package org.jointattention.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A model's card as text for people, in Markdown. */
public final class CardText {
    private static final String TRAINING = "Training";
    private static final List<String> PARTS = List.of(TRAINING, "Validation", "Test");

    private final StringBuilder text = new StringBuilder();

    private CardText() {}

    /** The whole card; the same model always gives the same text. Lines end with {@code \n}. */
    public static String markdown(ModelSpec spec, ModelCard card) {
        CardText page = new CardText();
        page.text.append("# ").append(card.name()).append('\n');
        page.paragraph("", card.description());
        page.network(spec);
        page.paragraph("## Training data", card.data());
        page.paragraph("## Licence", card.licence());
        page.paragraph("## Attribution", card.attribution());
        page.command(card.trainingCommand());
        page.figures(card.figures());
        return page.text.toString();
    }

    /** Cards come from anywhere: no control characters but tabs and line ends ({@code \n}), such as escape sequences. */
    public static String printable(String text) {
        return text.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cntrl}\u0080-\u009f&&[^\n\t]]", "?");
    }

    private void network(ModelSpec spec) {
        text.append("\n## Network\n\n");
        item("backbone", spec.backbone().toString());
        item("attention", spec.attention().toString());
        item("input channels", String.valueOf(spec.imageChannels()));
        if (spec.slices() > 1) {
            item("slices seen at once", String.valueOf(spec.slices()));
        }
        item("classes", spec.classes().stream().map(LabelClass::name).collect(Collectors.joining(", ")));
        item("normalisation", spec.normalization().toString());
        item("scale", String.valueOf(spec.scale()));
        item("tile", spec.tile().toString());
    }

    private void paragraph(String heading, String content) {
        if (content.isEmpty()) {
            return;
        }
        if (!heading.isEmpty()) {
            text.append('\n').append(heading).append('\n');
        }
        text.append('\n').append(content.trim()).append('\n');
    }

    /** Indented by four spaces, Markdown's code. */
    private void command(String command) {
        if (!command.isEmpty()) {
            text.append("\n## Training command\n\n    ");
            text.append(command.trim().replace("\n", "\n    ")).append('\n');
        }
    }

    private void figures(Map<String, String> figures) {
        for (String part : PARTS) {
            Map<String, String> own = new LinkedHashMap<>(figures);
            own.keySet().removeIf(name -> !part.equals(part(name)));
            if (!own.isEmpty()) {
                text.append("\n## ").append(part).append("\n\n");
                own.forEach(this::item);
            }
        }
    }

    /** A figure is of the part that its name begins with; what names none tells of the training. */
    private static String part(String figure) {
        return PARTS.stream()
                .filter(part -> figure.toLowerCase(Locale.ROOT).startsWith(part.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(TRAINING);
    }

    private void item(String name, String value) {
        text.append("- ").append(name).append(": ").append(value).append('\n');
    }
}
