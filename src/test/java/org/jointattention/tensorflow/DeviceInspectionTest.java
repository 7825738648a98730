package org.jointattention.tensorflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.tensorflow.proto.NodeDef;

public class DeviceInspectionTest {
    private static final String CPU = "/job:localhost/replica:0/task:0/device:CPU:0";
    private static final String GPU = "/job:localhost/replica:0/task:0/device:GPU:0";
    private static final float SUM = 484;
    private static final float GRADIENT = 9;

    private static NodeDef convolution(String device) {
        return NodeDef.newBuilder().setOp("Conv2D").setDevice(device).build();
    }

    @Test
    public void theCpuConvolvesAndDifferentiates() {
        DeviceTrial trial = DeviceTrial.on(new Devices.Listed(CPU, "CPU", 0));
        assertTrue(trial.text(), trial.text().startsWith("convolution and gradient right"));
        assertTrue(trial.isRight());
        assertEquals(trial.operations().toString(), 2, trial.operations().size());
    }

    @Test
    public void aDeviceThatIsNotThereFails() {
        // Soft placement moves the work to the CPU, and the values are right all the same.
        DeviceTrial trial = DeviceTrial.on(new Devices.Listed(GPU.replace("GPU:0", "GPU:7"), "GPU", 0));
        assertTrue(trial.text(), trial.text().startsWith("failed"));
        assertFalse(trial.isRight());
    }

    @Test
    public void wrongValuesAreWrong() {
        Devices.Listed gpu = new Devices.Listed(GPU, "GPU", 0);
        List<NodeDef> there = List.of(convolution(GPU));
        assertEquals(Optional.empty(), DeviceTrial.fault(gpu, SUM, GRADIENT, there));
        assertTrue(fault(gpu, 0, GRADIENT, there).startsWith("WRONG: the convolution"));
        assertTrue(fault(gpu, Float.NaN, GRADIENT, there).startsWith("WRONG"));
        assertTrue(fault(gpu, SUM, 0, there).startsWith("WRONG: the gradient"));
        assertEquals("failed: the convolution was not seen to run", fault(gpu, SUM, GRADIENT, List.of()));
        List<NodeDef> moved = List.of(convolution(GPU), convolution(CPU));
        assertEquals("failed: Conv2D was moved to " + CPU, fault(gpu, SUM, GRADIENT, moved));
    }

    private static String fault(Devices.Listed device, float sum, float gradient, List<NodeDef> nodes) {
        return DeviceTrial.fault(device, sum, gradient, nodes).orElseThrow(AssertionError::new);
    }

    @Test
    public void oneDnnIsToldByTheOperationsThatRan() {
        assertEquals(
                "on (TF_ENABLE_ONEDNN_OPTS is not set)",
                DeviceInspection.oneDnn(List.of("_MklNativeConv2D", "Conv2D"), null));
        assertEquals("off (TF_ENABLE_ONEDNN_OPTS=0)", DeviceInspection.oneDnn(List.of("Conv2D"), "0"));
        assertTrue(DeviceInspection.oneDnn(List.of(), "1").startsWith("unknown"));
    }

    @Test
    public void theLibraryIsNamedAndFound() {
        NativeLibrary library = NativeLibrary.loaded().orElseThrow(AssertionError::new);
        String text = library.toString();
        assertTrue(text, text.contains(library.classifier()));
        String home = System.getProperty("user.home");
        String shown = text.substring(text.indexOf("unpacked to ") + "unpacked to ".length());
        assertFalse(text, shown.startsWith(home));
        Path folder = Paths.get(shown.startsWith("~") ? home + shown.substring(1) : shown);
        assertTrue(text, Files.isDirectory(folder));
        assertTrue(text, Files.exists(folder.resolve(System.mapLibraryName("jnitensorflow"))));
        assertEquals(NativeLibrary.gpuBuildIsPresent(), library.isGpuBuild());
    }

    @Test
    public void theBuildIsThatOfTheFolder() {
        NativeLibrary gpu = NativeLibrary.of(Paths.get("/c/x.jar/linux-x86_64-gpu/libjnitensorflow.so"));
        assertTrue(gpu.isGpuBuild());
        assertTrue(gpu.toString(), gpu.toString().startsWith("GPU build for linux-x86_64-gpu, unpacked to "));
        assertFalse(NativeLibrary.of(Paths.get("/c/x.jar/macosx-arm64/libjnitensorflow.dylib"))
                .isGpuBuild());
    }
}
