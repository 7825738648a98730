package org.jointattention.batch.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jointattention.image.ImageException;

/** Writes a {@link NameList}: a name a line, in UTF-8. */
final class NameListWriter implements Closeable {
    private static final int MOST_MARKS = 1 << 16;

    private final String file;
    private final OutputStream out;
    private final LineMarks marks = new LineMarks(MOST_MARKS);
    private long count;
    private long offset;

    NameListWriter(FileStore store, String file) throws IOException {
        this.file = file;
        this.out = store.create(file);
    }

    /** @throws ImageException if the name cannot stand on a line */
    void add(String name) throws IOException {
        if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new ImageException(
                    "The name of a file has a line break in it: '" + name.replaceAll("[\r\n]", "?") + "'. Rename it.");
        }
        byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line);
        marks.add(offset);
        offset += line.length;
        count++;
    }

    /** The list; to be read once this is closed. */
    NameList list() {
        return new NameList(file, count, marks);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
