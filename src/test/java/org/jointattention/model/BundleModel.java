package org.jointattention.model;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns a freshly trained model into a bundled one: the same network and weights, with the test figures and a
 * training command that names the data set instead of a folder of one machine.
 *
 * <pre>{@code BundleModel trained.zip src/main/resources/models/nuclei.zip "joint-attention train ..." "test Dice=0.95" }</pre>
 */
public final class BundleModel {
    private BundleModel() {}

    /** @param arguments model file, file to write, training command, then figures as {@code name=value} */
    public static void main(String... arguments) {
        Path source = Paths.get(arguments[0]);
        Path target = Paths.get(arguments[1]);
        Model model = ModelFile.read(source);
        ModelCard card = model.card();
        Map<String, String> figures = new LinkedHashMap<>(card.figures());
        for (int i = 3; i < arguments.length; i++) {
            String[] figure = arguments[i].split("=", 2);
            figures.put(figure[0], figure[1]);
        }
        ModelCard bundled = new ModelCard(
                card.name(),
                card.description(),
                card.data(),
                card.licence(),
                card.attribution(),
                arguments[2],
                figures);
        ModelFile.write(new Model(model.spec(), model.weights(), bundled), target);
    }
}
