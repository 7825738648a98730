package org.jointattention.gui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The command line of a JVM with the project, its tests, and settings and an ImageJ folder of its own. */
public final class TestJvm {
    private TestJvm() {}

    /**
     * @param home an empty folder, which becomes the user's home and the folder of ImageJ
     * @param headless whether it has no display
     */
    public static ProcessBuilder command(Path home, boolean headless, String mainClass, String... arguments)
            throws IOException {
        installMenu(home);
        List<String> command = new ArrayList<>();
        command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("-javaagent:") || argument.startsWith("--")) {
                command.add(argument); // coverage, and access to native code
            }
        }
        command.add("-Xmx1500m");
        command.add("-Djava.awt.headless=" + headless);
        command.add("-Duser.home=" + home);
        command.add("-Djava.util.prefs.userRoot=" + home);
        command.add("-Dplugins.dir=" + home);
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + nativeCache());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** The libraries of TensorFlow that the tests before have unpacked. */
    private static String nativeCache() {
        return System.getProperty(
                "org.bytedeco.javacpp.cachedir",
                Paths.get(System.getProperty("user.home"), ".javacpp", "cache").toString());
    }

    /** ImageJ reads the menu from a jar in its folder; the classes are on the class path. */
    private static void installMenu(Path home) throws IOException {
        Path plugins = Files.createDirectories(home.resolve("plugins"));
        Files.createDirectories(home.resolve("macros"));
        Files.createDirectories(home.resolve(".java").resolve(".userPrefs")); // else the JVM says that it made it
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(plugins.resolve("Joint_Attention.jar")))) {
            jar.putNextEntry(new ZipEntry("plugins.config"));
            Files.copy(Paths.get("plugins.config"), jar);
            Files.copy(Paths.get("src/test/resources/plugins.config"), jar);
            jar.closeEntry();
        }
    }
}
