package org.jointattention.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Builds zips entry by entry, as a program other than this one would: deflated, and in any order. */
final class ZipFixture {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** The entries of a model's file. */
    static ZipFixture of(Model model) throws IOException {
        ZipFixture zip = new ZipFixture();
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytesOf(model)));
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            zip.entries.put(entry.getName(), in.readAllBytes());
        }
        return zip;
    }

    /** The very bytes of a model's file. */
    static byte[] bytesOf(Model model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ModelZipWriter(model).write(out);
        return out.toByteArray();
    }

    byte[] get(String name) {
        return entries.get(name);
    }

    String text(String name) {
        return new String(get(name), StandardCharsets.UTF_8);
    }

    ZipFixture put(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    ZipFixture put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    ZipFixture remove(String name) {
        entries.remove(name);
        return this;
    }

    /** Other weights, with the description's SHA-256 made to fit. */
    ZipFixture putWeights(byte[] content) {
        Checksums checksums = new Checksums();
        checksums.write(content, 0, content.length);
        String yaml = text(ModelFile.DESCRIPTION).replaceAll("[0-9a-f]{64}", checksums.sha256());
        return put(ModelFile.DESCRIPTION, yaml).put(ModelFile.WEIGHTS, content);
    }

    byte[] deflated() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            zip.putNextEntry(new ZipEntry(entry.getKey()));
            zip.write(entry.getValue());
        }
        zip.close();
        return out.toByteArray();
    }
}
