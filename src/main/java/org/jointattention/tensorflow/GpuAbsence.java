package org.jointattention.tensorflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;

/** Finds out why TensorFlow has no GPU. */
final class GpuAbsence {
    private static final Path DRIVER = Paths.get("/proc/driver/nvidia/version");

    private GpuAbsence() {}

    /** The reason, for people, with what to do. */
    static String reason() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux") || !isX86()) {
            return "TensorFlow for Java computes on GPUs on Linux x86_64 only; this is " + system + ".";
        }
        if (!hasGpuNatives()) {
            return "the CPU build of TensorFlow is installed; build with -Pgpu for the GPU build.";
        }
        if (!Files.exists(DRIVER)) {
            return "the NVIDIA driver is not loaded (no " + DRIVER + "); install it, or this machine has no GPU.";
        }
        return "TensorFlow found the NVIDIA driver but no usable GPU; check that CUDA 12 and cuDNN 9 are installed"
                + " and that CUDA_VISIBLE_DEVICES is not empty.";
    }

    static boolean hasGpuNatives() {
        return GpuAbsence.class.getResource("/org/tensorflow/internal/c_api/linux-x86_64-gpu/libjnitensorflow.so")
                != null;
    }

    private static boolean isX86() {
        String arch = System.getProperty("os.arch");
        return arch.equals("amd64") || arch.equals("x86_64");
    }
}
