package org.jointattention.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jointattention.files.FailureReason;

/**
 * Reads a model's zip from front to back, nothing of it to disk, within bounds that do not rest on what the zip
 * declares. Entries beside the model's own are allowed, and skipped.
 */
final class ModelZipReader {
    private static final int MAX_ENTRIES = 1000;
    private static final long MAX_FILE = 2 * ModelFile.MAX_WEIGHTS;

    private final BoundedInputStream file;
    private final ZipInputStream zip;
    private final InflationGuard guard;
    private final Set<String> names = new LinkedHashSet<>();

    private byte[] description = {};
    private Weights weights = new Weights(Map.of());
    private String sha256 = "";

    ModelZipReader(InputStream in) {
        file = new BoundedInputStream(in, MAX_FILE, ZipEnd.MAX_LENGTH);
        zip = new ZipInputStream(file);
        guard = new InflationGuard(file, MAX_FILE);
    }

    /** @throws ModelException if the zip is no sound model file */
    Model read() throws IOException {
        for (ZipEntry entry = next(); entry != null; entry = next()) {
            String name = checkedName(entry.getName());
            try {
                readEntry(name);
            } catch (ModelException e) {
                throw new ModelException(name + ": " + e.getMessage(), e);
            } catch (IOException e) {
                throw new ModelException(name + ": the entry cannot be read: " + FailureReason.of(e), e);
            }
        }
        checkEnd();
        return model();
    }

    /**
     * Reads no further than the description, and does not look whether the rest is sound.
     *
     * @throws ModelException if there is none, or it is unsound
     */
    ModelSpec readSpec() throws IOException {
        for (ZipEntry entry = next(); entry != null; entry = next()) {
            if (checkedName(entry.getName()).equals(ModelFile.DESCRIPTION)) {
                readEntry(ModelFile.DESCRIPTION);
                return description().spec();
            }
            guard.entry(zip, ModelFile.MAX_WEIGHTS).transferTo(OutputStream.nullOutputStream());
        }
        throw new ModelException("Expected " + ModelFile.DESCRIPTION + " at the top of the zip; there is none."
                + " This is no model of Joint Attention.");
    }

    private ZipEntry next() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ModelException("The zip has an entry whose name is not in UTF-8.", e);
        }
    }

    private String checkedName(String name) {
        boolean plain = name.matches("[^/\\\\:\\p{Cntrl}][^\\\\:\\p{Cntrl}]*");
        if (!plain || Arrays.asList(name.split("/")).contains("..")) {
            throw new ModelException("The zip has an entry named '" + Checks.quoted(name)
                    + "'; expected plain relative names, without '..', ':' or '\\'. The file was made to harm, "
                    + "or is no model.");
        }
        if (!names.add(name)) {
            throw new ModelException("The zip has two entries named '" + Checks.quoted(name) + "'.");
        }
        if (names.size() > MAX_ENTRIES) {
            throw new ModelException("The zip has more than " + MAX_ENTRIES + " entries; a model file has 3.");
        }
        return name;
    }

    private void readEntry(String name) throws IOException {
        if (name.equals(ModelFile.DESCRIPTION)) {
            description = guard.entry(zip, YamlDocument.MAX_BYTES).readAllBytes();
        } else if (name.equals(ModelFile.WEIGHTS)) {
            DigestingInputStream in = new DigestingInputStream(guard.entry(zip, ModelFile.MAX_WEIGHTS));
            weights = Safetensors.read(in, ModelFile.MAX_WEIGHTS).weights();
            sha256 = in.sha256();
        } else {
            guard.entry(zip, ModelFile.MAX_WEIGHTS).transferTo(OutputStream.nullOutputStream());
        }
    }

    private void checkEnd() throws IOException {
        if (names.isEmpty()) {
            throw new ModelException("Expected a model file, which is a zip; this is none.");
        }
        file.drain();
        ZipEnd.check(file.tail(), names.size(), file.count());
        for (String needed : new String[] {ModelFile.DESCRIPTION, ModelFile.WEIGHTS}) {
            if (!names.contains(needed)) {
                throw new ModelException("Expected " + needed + " at the top of the zip; found only "
                        + Checks.quoted(String.join(", ", names)) + ". This is no model of Joint Attention.");
            }
        }
    }

    private ModelDescription description() {
        try {
            return ModelDescription.fromYaml(description);
        } catch (ModelException e) {
            throw new ModelException(ModelFile.DESCRIPTION + ": " + e.getMessage(), e);
        }
    }

    private Model model() {
        ModelDescription described = description();
        if (!described.weightsSha256().equals(sha256)) {
            throw new ModelException(ModelFile.WEIGHTS + ": expected the SHA-256 " + described.weightsSha256()
                    + " that " + ModelFile.DESCRIPTION + " gives; found " + sha256 + ". The weights were changed.");
        }
        return new Model(described.spec(), weights, described.card(), sha256);
    }
}
