package org.jointattention.model;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jointattention.files.FailureReason;

/**
 * The models that come with the jar: {@code models/NAME.zip} for every NAME in {@code models/index.txt}, one a
 * line; lines that start with # are comments.
 */
public final class BundledModels {
    private static final String FOLDER = "models/";

    private final ClassLoader loader;
    private final List<String> names;

    /** The models of this program's own jar. */
    public BundledModels() {
        this(BundledModels.class.getClassLoader());
    }

    /** @throws ModelException if the loader's index is missing or has a bad name */
    BundledModels(ClassLoader loader) {
        this.loader = loader;
        this.names = Collections.unmodifiableList(readIndex());
    }

    private List<String> readIndex() {
        List<String> found = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(FOLDER + "index.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String name = line.trim();
                if (!name.isEmpty() && !name.startsWith("#")) {
                    found.add(checked(name));
                }
            }
        } catch (IOException e) {
            throw new ModelException("The list of bundled models cannot be read: " + FailureReason.of(e), e);
        }
        return found;
    }

    private static String checked(String name) {
        if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
            throw new ModelException("The list of bundled models has the bad name '" + Checks.quoted(name) + "'.");
        }
        return name;
    }

    private InputStream open(String resource) {
        InputStream in = loader.getResourceAsStream(resource);
        if (in == null) {
            throw new ModelException("The jar of Joint Attention lacks " + resource + ". Install it again.");
        }
        return in;
    }

    /** Names to give to {@link #read}, in the order of the index. */
    public List<String> names() {
        return names;
    }

    /** @throws ModelException if there is no bundled model of that name; the message lists those there are */
    public Model read(String name) {
        if (!names.contains(name)) {
            throw new ModelException(
                    "There is no bundled model '" + Checks.quoted(name) + "'; " + namesForPeople() + ".");
        }
        try (InputStream in = new BufferedInputStream(openModel(name))) {
            return ModelFile.read(in, "bundled model " + name);
        } catch (IOException e) {
            throw new ModelException("The bundled model " + name + " cannot be read: " + FailureReason.of(e), e);
        }
    }

    /** The bytes of a bundled model's file. */
    InputStream openModel(String name) {
        return open(FOLDER + name + ModelFile.EXTENSION);
    }

    /** All bundled models with their descriptions. */
    public List<ListedModel> list() {
        List<ListedModel> models = new ArrayList<>();
        names.forEach(name -> models.add(ListedModel.of(name, () -> read(name))));
        return models;
    }

    String namesForPeople() {
        return names.isEmpty() ? "no models are bundled" : "bundled are: " + String.join(", ", names);
    }
}
