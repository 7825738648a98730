package org.jointattention.model;

import java.util.Map;
import java.util.stream.Collectors;

/** A model's card as text for people, in Markdown. */
public final class CardText {
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
        page.validation(card.figures());
        return page.text.toString();
    }

    private void network(ModelSpec spec) {
        text.append("\n## Network\n\n");
        item("backbone", spec.backbone().toString());
        item("attention", spec.attention().toString());
        item("input channels", String.valueOf(spec.channels()));
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

    private void validation(Map<String, String> figures) {
        if (!figures.isEmpty()) {
            text.append("\n## Validation\n\n");
            figures.forEach(this::item);
        }
    }

    private void item(String name, String value) {
        text.append("- ").append(name).append(": ").append(value).append('\n');
    }
}
