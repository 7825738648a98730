package org.jointattention.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of TensorFlow that the plugin is built against; Maven writes it into {@code library.properties}. */
public final class LibraryVersion {
    private static final String RESOURCE = "library.properties";

    private final Properties properties = new Properties();

    public LibraryVersion() {
        try (InputStream in = LibraryVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new EngineException("The plugin's jar lacks " + RESOURCE + ": install the plugin again.");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin's jar cannot be read: install the plugin again.", e);
        }
    }

    /** Version of the jars, such as 1.1.0. */
    public String jars() {
        return properties.getProperty("jars");
    }

    /** Version of the TensorFlow in the natives, such as 2.18.0. */
    public String natives() {
        return properties.getProperty("natives");
    }

    /**
     * Two TensorFlow 2 in one program silently share the native library that was loaded first, as both bear one name.
     *
     * @param found what the loaded natives say they are
     * @throws EngineException if they are another version than the jars need
     */
    public void requireNatives(String found) {
        if (!found.equals(natives())) {
            throw new EngineException("TensorFlow " + found + " is loaded in this program, but Joint Attention needs "
                    + natives() + ": another plugin brought its own, or the wrong jars are installed. Restart the"
                    + " program and use Joint Attention first; if that does not help, remove the other TensorFlow or"
                    + " install Joint Attention again with scripts/install-into.");
        }
    }
}
