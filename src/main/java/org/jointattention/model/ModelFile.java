package org.jointattention.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jointattention.files.AtomicFile;
import org.jointattention.files.FailureReason;

/**
 * A model in one file: a zip with {@code rdf.yaml} (see {@link ModelDescription}), {@code weights.safetensors}
 * (see {@link Safetensors}) and {@code README.md}, the card for people.
 *
 * <pre>
 * ModelFile.write(model, Paths.get("nuclei.zip"));
 * Model same = ModelFile.read(Paths.get("nuclei.zip"));
 * </pre>
 *
 * <p>Files are read as hostile: whatever is wrong with one, the result is a {@link ModelException} that names the
 * file, what was expected and what was found.
 */
public final class ModelFile {
    static final String EXTENSION = ".zip";
    static final String DESCRIPTION = "rdf.yaml";
    static final String WEIGHTS = "weights.safetensors";
    static final String README = "README.md";

    /** Largest {@code weights.safetensors} that is written or read, in bytes. */
    static final long MAX_WEIGHTS = 2L << 30;

    private ModelFile() {}

    /**
     * Writes a model, all or nothing: an older file of that name stays until the new one is complete. The same
     * model always gives the same bytes.
     *
     * @throws ModelException if the file cannot be written, or the model not be stored exactly
     */
    public static void write(Model model, Path file) {
        try {
            AtomicFile.write(file, writer(model, file)::write);
        } catch (IOException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    private static ModelZipWriter writer(Model model, Path file) {
        try {
            return new ModelZipWriter(model);
        } catch (ModelException e) {
            throw new ModelException(file + ": the model cannot be written: " + e.getMessage(), e);
        }
    }

    /** The name of a model's file without its extension, fit for the name of a file that is not hidden. */
    static String baseName(Path file) {
        String name = file.getFileName().toString();
        boolean zip = name.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
        String base = zip ? name.substring(0, name.length() - EXTENSION.length()) : name;
        return base.startsWith(".") ? "model" + base : base;
    }

    /** Opens what is to be copied. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** Copies a model file byte by byte, all or nothing. @throws ModelException if it cannot be written */
    static void copy(Source source, Path target) {
        try (InputStream in = source.open()) {
            AtomicFile.write(target, in::transferTo);
        } catch (IOException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    /** @throws ModelException if the file is missing, or no sound model file */
    public static Model read(Path file) {
        return read(file, ModelZipReader::read);
    }

    /**
     * What the network is, without its weights: quick for large files. Whether the weights are sound is not looked at.
     *
     * @throws ModelException if the file is missing, or has no sound description
     */
    public static ModelSpec readSpec(Path file) {
        return read(file, ModelZipReader::readSpec);
    }

    private static <T> T read(Path file, Part<T> part) {
        if (!Files.isRegularFile(file)) {
            String found = Files.isDirectory(file) ? "it is a folder" : "there is no such file";
            throw new ModelException(file + ": expected a model file; " + found + ".");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, file.toString(), part);
        } catch (IOException e) {
            throw new ModelException(file + ": the file cannot be read: " + FailureReason.of(e), e);
        }
    }

    /** Reads some of a model file. */
    private interface Part<T> {
        T from(ModelZipReader zip) throws IOException;
    }

    /**
     * Reads a model file from a stream, to its end, and leaves it open.
     *
     * @param name the file's name, for error messages
     * @throws ModelException if the stream fails, or is no sound model file
     */
    public static Model read(InputStream in, String name) {
        return read(in, name, ModelZipReader::read);
    }

    private static <T> T read(InputStream in, String name, Part<T> part) {
        try {
            return part.from(new ModelZipReader(in));
        } catch (ModelException e) {
            throw new ModelException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ModelException(
                    name + ": expected a model file, which is a zip; it cannot be read: " + FailureReason.of(e), e);
        }
    }
}
