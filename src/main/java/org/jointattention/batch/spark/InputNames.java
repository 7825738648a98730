package org.jointattention.batch.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jointattention.image.ImageException;

/** Finds the images of a request, one after the other, and writes their names into a list that executors can read. */
final class InputNames {
    private final Stores stores;
    private final SparkRequest request;

    InputNames(Stores stores, SparkRequest request) {
        this.stores = stores;
        this.request = request;
    }

    /** The folder that the images lie in; empty if the input is a list. */
    String root() throws IOException {
        String in = Stores.absolute(request.in());
        return stores.of(in).isFolder(in) ? in : "";
    }

    /**
     * @param file to write the list to
     * @throws ImageException if there is no image
     */
    NameList write(String file) throws IOException {
        NameListWriter writer = new NameListWriter(stores.of(file), file);
        try (writer) {
            if (root().isEmpty()) {
                copyList(writer);
            } else {
                listFolder(writer);
            }
        }
        if (writer.list().count() == 0) {
            throw new ImageException("The list " + request.in() + " names no image. Write a name on each line.");
        }
        return writer.list();
    }

    private void listFolder(NameListWriter writer) throws IOException {
        String root = root();
        Iterator<String> images = stores.of(root).images(root, Stores.absolute(request.out()), request.isRecursive());
        while (images.hasNext()) {
            writer.add(images.next());
        }
    }

    private void copyList(NameListWriter writer) throws IOException {
        String list = Stores.absolute(request.in());
        if (!stores.of(list).exists(list)) {
            throw new ImageException("There is no folder and no list " + request.in() + ".");
        }
        String folder = Names.folder(list);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stores.of(list).open(list, 0), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    writer.add(absolute(line, folder));
                }
            }
        }
    }

    /** A name without a folder of its own is meant beside the list. */
    private static String absolute(String name, String folder) {
        boolean complete = Names.isAddress(name) || name.startsWith("/") || name.startsWith("file:");
        return Stores.absolute(complete ? name : Names.join(folder, name));
    }
}
