package org.jointattention.batch.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Some names that follow each other in a list, by their place in its file. */
final class NameRange implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long offset;
    private final long skipped;
    private final long count;

    /**
     * @param offset in the file, where a line begins
     * @param skipped lines from there to the first name
     */
    NameRange(String file, long offset, long skipped, long count) {
        this.file = file;
        this.offset = offset;
        this.skipped = skipped;
        this.count = count;
    }

    /** @throws ClusterException if the list is not to be read here */
    List<String> read(Stores stores) {
        List<String> names = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stores.of(file).open(file, offset), StandardCharsets.UTF_8))) {
            for (long i = 0; i < skipped; i++) {
                lines.readLine();
            }
            for (long i = 0; i < count; i++) {
                names.add(required(lines.readLine()));
            }
            return names;
        } catch (IOException e) {
            throw new ClusterException(
                    "The list " + file
                            + " cannot be read here. The folder of results must be the same on all machines: a"
                            + " network file system, or an address such as hdfs://. (" + e + ")",
                    e);
        }
    }

    private static String required(String line) throws IOException {
        if (line == null) {
            throw new IOException("it is shorter than it was");
        }
        return line;
    }
}
