package org.jointattention.batch.spark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.AbstractList;
import org.jointattention.files.AtomicFile;
import org.jointattention.files.FailureReason;
import org.jointattention.image.ImageException;
import org.jointattention.image.Normalizer;

/** The statistics of planes, each in a file that all machines reach: so nobody holds those of all planes. */
final class PlaneStatistics extends AbstractList<Normalizer> {
    private static final int FILES_A_FOLDER = 1000;

    private final Path folder;
    private final int planes;

    PlaneStatistics(Path folder, int planes) {
        this.folder = folder;
        this.planes = planes;
    }

    @Override
    public int size() {
        return planes;
    }

    void write(int plane, Normalizer statistics) {
        writeObject(plane, statistics);
    }

    /** @param reason why there are none: whoever asks is told */
    void writeFailure(int plane, String reason) {
        writeObject(plane, reason);
    }

    private void writeObject(int plane, Object value) {
        try {
            Path file = file(plane);
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, out -> {
                ObjectOutputStream objects = new ObjectOutputStream(out);
                objects.writeObject(value);
                objects.flush();
            });
        } catch (IOException e) {
            throw new ClusterException("The statistics of plane " + plane + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** @throws ImageException if there are none; it says why */
    @Override
    public Normalizer get(int plane) {
        Object value = readObject(file(plane));
        if (value instanceof Normalizer) {
            return (Normalizer) value;
        }
        throw new ImageException(value.toString());
    }

    private static Object readObject(Path file) {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return in.readObject();
        } catch (NoSuchFileException e) {
            throw new ImageException(
                    "The statistics of the plane are not in " + file
                            + ": --out must be the same folder on all machines.",
                    e);
        } catch (IOException | ClassNotFoundException e) {
            throw new ImageException(
                    "The statistics of the plane cannot be read from " + file + ": " + FailureReason.of(e) + ".", e);
        }
    }

    private Path file(int plane) {
        return folder.resolve(Integer.toString(plane / FILES_A_FOLDER)).resolve(Integer.toString(plane));
    }
}
