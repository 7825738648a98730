package org.jointattention.tensorflow;

import java.io.File;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.TensorFlow;

/** TensorFlow's native library: which build of it, and where it was unpacked. */
final class NativeLibrary {
    private static final String NAME = "jnitensorflow";
    private static final String GPU = "-gpu";

    private final String classifier;
    private final Path folder;

    private NativeLibrary(String classifier, Path folder) {
        this.classifier = classifier;
        this.folder = folder;
    }

    /** The library that this process has loaded; loads it where that is still to be done. */
    static Optional<NativeLibrary> loaded() {
        TensorFlow.version();
        return Optional.ofNullable(Loader.getLoadedLibraries().get(NAME))
                .map(Paths::get)
                .map(NativeLibrary::of);
    }

    /** @param file the library, in a folder named after its platform, as it lies in the jar and the cache */
    static NativeLibrary of(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return new NativeLibrary(folder.getFileName().toString(), folder);
    }

    /** Whether natives for GPUs are on the class path, be they loaded or not. */
    static boolean gpuBuildIsPresent() {
        String platform = Loader.getPlatform();
        String file = System.mapLibraryName(NAME);
        return TensorFlow.class.getResource("/org/tensorflow/internal/c_api/" + platform + GPU + "/" + file) != null;
    }

    /** Maven's name of the build, such as {@code linux-x86_64} or {@code linux-x86_64-gpu}. */
    String classifier() {
        return classifier;
    }

    boolean isGpuBuild() {
        return classifier.endsWith(GPU);
    }

    @Override
    public String toString() {
        return (isGpuBuild() ? "GPU" : "CPU") + " build for " + classifier + ", unpacked to " + shown(folder);
    }

    /** Reports are sent to others: the user's home is not named. */
    private static String shown(Path folder) {
        Path home = Paths.get(System.getProperty("user.home"));
        return folder.startsWith(home) ? "~" + File.separator + home.relativize(folder) : folder.toString();
    }
}
