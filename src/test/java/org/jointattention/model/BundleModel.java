package org.jointattention.model;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a freshly trained model into a bundled one: the same network and weights, with a full card, the test figures
 * and a training command that names the data set instead of a folder of one machine.
 *
 * <pre>{@code BundleModel trained.zip src/main/resources/models/nuclei.zip card.properties }</pre>
 *
 * <p>The properties {@code name, description, data, licence, attribution, command} replace the card's own where they
 * are given; any other one is a figure.
 */
public final class BundleModel {
    private static final Set<String> TEXTS = Set.of("name", "description", "data", "licence", "attribution", "command");

    private BundleModel() {}

    /** @param arguments model file, file to write, file of properties */
    public static void main(String... arguments) throws IOException {
        Model model = ModelFile.read(Paths.get(arguments[0]));
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(Paths.get(arguments[2]))) {
            given.load(reader);
        }
        ModelFile.write(new Model(model.spec(), model.weights(), card(model.card(), given)), Paths.get(arguments[1]));
    }

    private static ModelCard card(ModelCard card, Properties given) {
        Map<String, String> figures = new LinkedHashMap<>(card.figures());
        for (String name : new TreeSet<>(given.stringPropertyNames())) {
            if (!TEXTS.contains(name)) {
                figures.put(name, given.getProperty(name));
            }
        }
        return new ModelCard(
                given.getProperty("name", card.name()),
                given.getProperty("description", card.description()),
                given.getProperty("data", card.data()),
                given.getProperty("licence", card.licence()),
                given.getProperty("attribution", card.attribution()),
                given.getProperty("command", card.trainingCommand()),
                figures);
    }
}
