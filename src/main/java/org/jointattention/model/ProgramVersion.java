package org.jointattention.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, which Maven writes into {@code version.properties}. */
public final class ProgramVersion {
    private static final String NAME = "joint-attention";
    private static final String RESOURCE = "version.properties";

    private ProgramVersion() {}

    /**
     * The program's name and version, such as {@code joint-attention 1.0.0}.
     *
     * @throws UncheckedIOException if the program was not built as it should be
     */
    public static String program() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing from the program: build it again with Maven.");
            }
            Properties properties = new Properties();
            properties.load(in);
            return NAME + " " + properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
