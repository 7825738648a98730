package org.jointattention.tensorflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out why TensorFlow has no GPU. */
final class GpuAbsence {
    /** Where the kernel says which NVIDIA driver it has loaded. */
    static final Path DRIVER = Paths.get("/proc/driver/nvidia/version");

    private static final Pattern VERSION = Pattern.compile("Kernel Module.*?\\s(\\d+\\.\\d+(?:\\.\\d+)?)\\s");

    private final String system;
    private final boolean gpuBuildPresent;
    private final boolean gpuBuildLoaded;
    private final Path driver;
    private final String visibleDevices;

    /**
     * @param system name and architecture of the operating system, as Java calls them
     * @param gpuBuildPresent whether natives for GPUs are on the class path
     * @param gpuBuildLoaded whether the loaded natives are those for GPUs
     * @param driver file that is there when the NVIDIA driver is loaded
     * @param visibleDevices value of {@code CUDA_VISIBLE_DEVICES}, or null
     */
    GpuAbsence(String system, boolean gpuBuildPresent, boolean gpuBuildLoaded, Path driver, String visibleDevices) {
        this.system = system;
        this.gpuBuildPresent = gpuBuildPresent;
        this.gpuBuildLoaded = gpuBuildLoaded;
        this.driver = driver;
        this.visibleDevices = visibleDevices;
    }

    /** That of this machine and process. */
    static GpuAbsence here() {
        boolean present = NativeLibrary.gpuBuildIsPresent();
        return new GpuAbsence(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                present,
                NativeLibrary.loaded().map(NativeLibrary::isGpuBuild).orElse(present),
                DRIVER,
                System.getenv("CUDA_VISIBLE_DEVICES"));
    }

    /** The reason, for people, with what to do. */
    String reason() {
        if (!system.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)")) {
            return "TensorFlow for Java computes on GPUs on Linux x86_64 only; this is " + system + ".";
        }
        if (!gpuBuildLoaded) {
            return gpuBuildPresent ? wrongBuildLoaded() : cpuBuild();
        }
        if (!Files.exists(driver)) {
            return "TensorFlow's GPU build is installed, but the NVIDIA driver is not loaded (no " + driver
                    + "): install the driver, or this machine has no GPU.";
        }
        if (visibleDevices != null
                && (visibleDevices.isBlank() || visibleDevices.trim().startsWith("-"))) {
            return "CUDA_VISIBLE_DEVICES is '" + visibleDevices + "', which hides every GPU: unset it.";
        }
        return "TensorFlow's GPU build and the NVIDIA driver" + driverVersion() + " are there, but no GPU is usable:"
                + " check that CUDA 12 and cuDNN 9 are installed and that the driver is 525 or later;"
                + " with TF_CPP_MIN_LOG_LEVEL=0 TensorFlow says what it misses.";
    }

    private static String wrongBuildLoaded() {
        return "the CPU build of TensorFlow was loaded although the GPU build is on the class path, too: remove"
                + " tensorflow-core-native-...-linux-x86_64.jar, and keep the one that ends in -gpu.";
    }

    private String cpuBuild() {
        String machine = Files.exists(driver)
                ? "this machine has an NVIDIA driver" + driverVersion()
                : "this machine has no NVIDIA driver loaded (no " + driver + ")";
        return "the CPU build of TensorFlow is installed, and " + machine
                + ". For GPUs: scripts/install-into --gpu, or JOINT_ATTENTION_MAVEN_ARGS=-Pgpu for the command line.";
    }

    /** Such as " 535.104.05", or nothing where the file does not tell. */
    private String driverVersion() {
        try {
            Matcher version = VERSION.matcher(new String(Files.readAllBytes(driver), StandardCharsets.UTF_8));
            return version.find() ? " " + version.group(1) : "";
        } catch (IOException e) {
            return " (" + driver + " cannot be read: " + e + ")";
        }
    }
}
