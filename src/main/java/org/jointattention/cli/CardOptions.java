package org.jointattention.cli;

import java.util.Map;
import org.jointattention.model.ModelCard;
import picocli.CommandLine.Option;

/** What the model's card is to say. */
final class CardOptions {
    @Option(names = "--name", paramLabel = "TEXT", description = "Name of the model (default: the file's).")
    private String name;

    @Option(names = "--description", paramLabel = "TEXT", defaultValue = "", description = "What the model is for.")
    private String description;

    @Option(names = "--data", paramLabel = "TEXT", defaultValue = "", description = "For the card: the images used.")
    private String data;

    @Option(names = "--licence", paramLabel = "SPDX", defaultValue = "", description = "For the card: the licence.")
    private String licence;

    @Option(
            names = "--attribution",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "For the card: whom to cite.")
    private String attribution;

    /** @param command the command line that trains the model */
    ModelCard card(String defaultName, String command) {
        String title = name == null || name.isBlank() ? defaultName : name;
        return new ModelCard(title, description, data, licence, attribution, command, Map.of());
    }
}
