package org.jointattention.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jointattention.files.AtomicFile;
import org.jointattention.files.FailureReason;

/**
 * Writes a model's zip. Entries are stored, not deflated: float32 weights hardly shrink, and so the bytes do not
 * depend on the zlib at hand.
 */
final class ModelZipWriter {
    /** Any fixed time does; before February 1980 some zone's time would fall out of the zip's range. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Model model;
    private final Checksums weights;
    private final byte[] description;

    /** @throws ModelException if the model could not be read again exactly as it is */
    ModelZipWriter(Model model) {
        this.model = model;
        weights = checksums(out -> Safetensors.write(model.weights(), out));
        if (weights.size() > ModelFile.MAX_WEIGHTS) {
            throw new ModelException("The model's weights take " + weights.size()
                    + " bytes; a model file holds at most " + ModelFile.MAX_WEIGHTS + ".");
        }
        description = description(new ModelDescription(model.spec(), model.card(), weights.sha256()));
    }

    private static byte[] description(ModelDescription description) {
        byte[] yaml = description.toYaml().getBytes(StandardCharsets.UTF_8);
        if (!ModelDescription.fromYaml(yaml).equals(description)) {
            throw new ModelException(
                    "The model '" + Checks.quoted(description.card().name())
                            + "' cannot be stored exactly: its attention "
                            + description.spec().attention()
                            + " or a text of its card would be read again as something else.");
        }
        return yaml;
    }

    void write(OutputStream out) throws IOException {
        byte[] readme = CardText.markdown(model.spec(), model.card()).getBytes(StandardCharsets.UTF_8);
        ZipOutputStream zip = new ZipOutputStream(out);
        add(zip, ModelFile.DESCRIPTION, checksums(sink -> sink.write(description)), sink -> sink.write(description));
        add(zip, ModelFile.WEIGHTS, weights, sink -> Safetensors.write(model.weights(), sink));
        add(zip, ModelFile.README, checksums(sink -> sink.write(readme)), sink -> sink.write(readme));
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, Checksums checksums, AtomicFile.Content content)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(checksums.size());
        entry.setCrc(checksums.crc32());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static Checksums checksums(AtomicFile.Content content) {
        Checksums checksums = new Checksums();
        try {
            content.writeTo(checksums);
        } catch (IOException e) {
            throw new ModelException("The model cannot be written: " + FailureReason.of(e), e);
        }
        return checksums;
    }
}
