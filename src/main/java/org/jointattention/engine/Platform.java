package org.jointattention.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;

/** The system this program runs on, and whether TensorFlow has natives that run on it. */
final class Platform {
    private static final List<String> SUPPORTED =
            List.of("linux-x86_64", "linux-arm64", "macosx-arm64", "windows-x86_64");

    private final String name;
    private final boolean musl;
    private final boolean avx;

    /**
     * @param system as the system property {@code os.name}
     * @param architecture as the system property {@code os.arch}
     * @param musl whether the C library is musl, as in Alpine Linux
     * @param avx whether the processor, if it is an x86, has AVX
     */
    Platform(String system, String architecture, boolean musl, boolean avx) {
        this.name = system(system.toLowerCase(Locale.ROOT)) + "-" + architecture(architecture);
        this.musl = musl;
        this.avx = avx;
    }

    static Platform here() {
        return new Platform(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                isMusl(Paths.get("/proc/self/maps")),
                hasAvx());
    }

    /** As in the names of the jars with the natives, such as {@code linux-x86_64}. */
    String name() {
        return name;
    }

    /** @throws EngineException if TensorFlow has no natives for this system, or they would crash it */
    void requireSupported() {
        if (!SUPPORTED.contains(name)) {
            throw new EngineException("TensorFlow does not run on " + name + ", only on " + String.join(", ", SUPPORTED)
                    + "." + hint() + " Use Joint Attention on another computer.");
        }
        if (musl) {
            throw new EngineException("TensorFlow does not run on a Linux with the musl C library, such as Alpine."
                    + " Use a Linux with glibc, such as Debian, Ubuntu or Fedora.");
        }
        if (!avx && name.endsWith("x86_64")) {
            throw new EngineException("The processor has no AVX instructions, which TensorFlow needs: it would end this"
                    + " program. Use a computer built after 2011; in a virtual machine, let it see the host's"
                    + " processor.");
        }
    }

    /** A Java for another processor runs translated, and shows that processor's architecture. */
    private String hint() {
        if (name.equals("macosx-x86_64")) {
            return " On a Mac with an Apple processor, take the ImageJ or Fiji, and the Java, made for it (arm64).";
        }
        return name.endsWith("-x86") ? " If this computer has 64 bits, take a 64-bit Java." : "";
    }

    private static String system(String name) {
        if (name.startsWith("mac")) {
            return "macosx";
        }
        return name.startsWith("windows") ? "windows" : name.replace(' ', '-');
    }

    private static String architecture(String name) {
        switch (name) {
            case "amd64":
            case "x86_64":
                return "x86_64";
            case "aarch64":
            case "arm64":
                return "arm64";
            case "i386":
            case "i686":
            case "x86":
                return "x86";
            default:
                return name;
        }
    }

    /** @param maps the list of what this process has loaded, where the system has one */
    static boolean isMusl(Path maps) {
        if (!Files.isReadable(maps)) {
            return false;
        }
        try {
            String loaded = new String(Files.readAllBytes(maps), StandardCharsets.ISO_8859_1);
            return loaded.contains("/ld-musl-");
        } catch (IOException e) {
            return false; // then TensorFlow itself says what it lacks
        }
    }

    /** What the Java VM found when it started; true where it does not tell, or was told. */
    private static boolean hasAvx() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            CompositeData option = (CompositeData) server.invoke(
                    new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                    "getVMOption",
                    new Object[] {"UseAVX"},
                    new String[] {String.class.getName()});
            return !option.get("value").equals("0") || option.get("origin").equals("VM_CREATION");
        } catch (JMException | RuntimeMBeanException e) {
            return true;
        }
    }
}
