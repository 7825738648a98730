package org.jointattention.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Models as a list for people: a paragraph a model says what it is, or what is wrong where it cannot be used. */
public final class ModelListing {
    private final List<String> lines = new ArrayList<>();

    private ModelListing() {}

    /** Text without control characters but line ends ({@code \n}), between lines alone; empty where there are no models. */
    public static String text(List<ListedModel> models) {
        return models.stream().map(ModelListing::paragraph).collect(Collectors.joining("\n\n"));
    }

    private static String paragraph(ListedModel model) {
        ModelListing listing = new ModelListing();
        listing.lines.add(CardText.printable(model.name()));
        model.problem().ifPresent(problem -> listing.item("broken", problem));
        model.card()
                .map(ModelCard::name)
                .filter(name -> !name.equals(model.name()))
                .ifPresent(name -> listing.item("name", name));
        model.spec().ifPresent(listing::describe);
        model.card().ifPresent(listing::describe);
        return String.join("\n", listing.lines);
    }

    private void describe(ModelSpec spec) {
        item("network", spec.backbone() + ", attention " + spec.attention());
        item("input", input(spec) + ", scale " + spec.scale() + ", tile " + spec.tile());
        item("classes", spec.classes().stream().map(LabelClass::name).collect(Collectors.joining(", ")));
    }

    private static String input(ModelSpec spec) {
        String channels = spec.imageChannels() + " channel(s)";
        return spec.slices() == 1 ? channels : channels + " of " + spec.slices() + " neighbouring slices";
    }

    private void describe(ModelCard card) {
        item("description", card.description());
        item("data", card.data());
        item("licence", card.licence());
        item("attribution", card.attribution());
        card.figures().forEach(this::item);
    }

    private void item(String key, String value) {
        if (!value.isEmpty()) {
            lines.add("  " + CardText.printable(key) + ": "
                    + CardText.printable(value).replace("\n", "\n    "));
        }
    }
}
