package org.jointattention.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What people should know of a model: where it comes from and how good it is. All texts may be empty. */
public final class ModelCard {
    private final String name;
    private final String description;
    private final String data;
    private final String licence;
    private final String attribution;
    private final String trainingCommand;
    private final Map<String, String> figures;

    /**
     * @param data the images it was trained on
     * @param licence SPDX name of the licence, such as {@code CC0-1.0}
     * @param attribution whom to cite
     * @param trainingCommand the command that made it
     * @param figures results by name, such as {@code validation Dice} to {@code 0.951}
     */
    public ModelCard(
            String name,
            String description,
            String data,
            String licence,
            String attribution,
            String trainingCommand,
            Map<String, String> figures) {
        this.name = Checks.notBlank("model name", name);
        this.description = Objects.requireNonNull(description);
        this.data = Objects.requireNonNull(data);
        this.licence = Objects.requireNonNull(licence);
        this.attribution = Objects.requireNonNull(attribution);
        this.trainingCommand = Objects.requireNonNull(trainingCommand);
        this.figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public String data() {
        return data;
    }

    public String licence() {
        return licence;
    }

    public String attribution() {
        return attribution;
    }

    public String trainingCommand() {
        return trainingCommand;
    }

    public Map<String, String> figures() {
        return figures;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ModelCard)) {
            return false;
        }
        ModelCard that = (ModelCard) other;
        return name.equals(that.name)
                && description.equals(that.description)
                && data.equals(that.data)
                && licence.equals(that.licence)
                && attribution.equals(that.attribution)
                && trainingCommand.equals(that.trainingCommand)
                && figures.equals(that.figures);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, description, data, licence, attribution, trainingCommand, figures);
    }
}
