package org.jointattention.tensorflow;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GpuAbsenceTest {
    private static final String LINUX = "Linux amd64";
    private static final String VERSION_FILE =
            "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 01:15:15 UTC 2023\n"
                    + "GCC version:  gcc version 11.4.0\n";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path driver;
    private Path noDriver;

    @Before
    public void files() throws IOException {
        driver = folder.newFile("version").toPath();
        Files.write(driver, VERSION_FILE.getBytes(StandardCharsets.US_ASCII));
        noDriver = folder.getRoot().toPath().resolve("missing");
    }

    private static void assertSays(GpuAbsence absence, String... parts) {
        String reason = absence.reason();
        for (String part : parts) {
            assertTrue(reason, reason.contains(part));
        }
    }

    @Test
    public void otherSystemsHaveNoGpuBuild() {
        for (String system : new String[] {"Mac OS X aarch64", "Windows 11 amd64", "Linux aarch64"}) {
            assertSays(new GpuAbsence(system, false, false, noDriver, null), "Linux x86_64 only", system);
        }
    }

    @Test
    public void theCpuBuildSaysHowToGetTheOther() {
        assertSays(new GpuAbsence(LINUX, false, false, noDriver, null), "CPU build", "no NVIDIA driver", "-Pgpu");
        assertSays(new GpuAbsence(LINUX, false, false, driver, null), "has an NVIDIA driver 535.104.05", "-Pgpu");
    }

    @Test
    public void bothBuildsAtOnceAreNamed() {
        assertSays(new GpuAbsence(LINUX, true, false, driver, null), "CPU build of TensorFlow was loaded", "remove");
    }

    @Test
    public void theGpuBuildWithoutDriver() {
        GpuAbsence absence = new GpuAbsence(LINUX, true, true, noDriver, null);
        assertSays(absence, "GPU build is installed", "driver is not loaded", noDriver.toString());
        assertFalse(absence.reason(), absence.reason().contains("-Pgpu"));
    }

    @Test
    public void hiddenGpusAreNamed() {
        assertSays(new GpuAbsence(LINUX, true, true, driver, ""), "CUDA_VISIBLE_DEVICES is ''");
        assertSays(new GpuAbsence(LINUX, true, true, driver, "-1"), "CUDA_VISIBLE_DEVICES is '-1'");
    }

    @Test
    public void aDriverWithoutUsableGpuNamesTheLibraries() throws IOException {
        assertSays(new GpuAbsence(LINUX, true, true, driver, "0"), "driver 535.104.05", "CUDA 12", "cuDNN 9");
        Files.write(driver, "something else".getBytes(StandardCharsets.US_ASCII));
        assertSays(new GpuAbsence(LINUX, true, true, driver, null), "NVIDIA driver are there", "CUDA 12");
    }
}
