package org.jointattention.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars. */
public final class Jars {
    private Jars() {}

    /** @param texts contents by name */
    public static Path of(Path file, Map<String, String> texts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** All files below some folders, as the jar of a project is made of its compiled classes. */
    public static Path of(Path file, Iterable<Path> folders) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            Map<String, List<Path>> entries = new LinkedHashMap<>();
            for (Path folder : folders) {
                list(folder, entries);
            }
            for (Map.Entry<String, List<Path>> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                // lists are put one after the other; of all else the first counts
                int count = isList(entry.getKey()) ? entry.getValue().size() : 1;
                for (Path part : entry.getValue().subList(0, count)) {
                    Files.copy(part, zip);
                }
            }
        }
        return file;
    }

    /** One class of the class path. */
    public static Path of(Path file, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out);
                InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
        }
        return file;
    }

    /** SciJava's plugins, and ImageJ's menu. */
    private static boolean isList(String name) {
        return name.startsWith("META-INF/json/") || name.equals("plugins.config");
    }

    private static void list(Path folder, Map<String, List<Path>> entries) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Iterator<Path> all = files.filter(Files::isRegularFile).iterator(); all.hasNext(); ) {
                Path file = all.next();
                String name = folder.relativize(file).toString().replace('\\', '/');
                entries.computeIfAbsent(name, key -> new ArrayList<>()).add(file);
            }
        }
    }
}
