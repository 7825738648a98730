package org.jointattention.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PlatformTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void namesAreThoseOfTheNatives() {
        assertEquals("linux-x86_64", platform("Linux", "amd64").name());
        assertEquals("linux-arm64", platform("Linux", "aarch64").name());
        assertEquals("macosx-arm64", platform("Mac OS X", "aarch64").name());
        assertEquals("windows-x86_64", platform("Windows 11", "amd64").name());
    }

    @Test
    public void supportedPlatformsPass() {
        platform("Linux", "amd64").requireSupported();
        platform("Mac OS X", "aarch64").requireSupported();
        platform("Windows Server 2022", "amd64").requireSupported();
        new Platform("Linux", "aarch64", false, false).requireSupported();
        Platform.here().requireSupported();
    }

    @Test
    public void macWithIntelIsRefusedWithAHintForAppleProcessors() {
        String message = refusal(platform("Mac OS X", "x86_64"));
        assertTrue(message, message.startsWith("TensorFlow does not run on macosx-x86_64, only on linux-x86_64"));
        assertTrue(message, message.contains("arm64"));
    }

    @Test
    public void otherPlatformsAreRefused() {
        assertTrue(refusal(platform("Windows 10", "x86")).contains("64-bit Java"));
        assertTrue(refusal(platform("Windows 11", "aarch64")).contains("windows-arm64"));
        assertTrue(refusal(platform("Linux", "riscv64")).contains("linux-riscv64"));
        assertTrue(refusal(platform("FreeBSD", "amd64")).contains("freebsd-x86_64"));
    }

    @Test
    public void muslIsRefused() {
        String message = refusal(new Platform("Linux", "amd64", true, true));
        assertTrue(message, message.contains("musl"));
        assertTrue(message, message.contains("Debian"));
    }

    @Test
    public void processorWithoutAvxIsRefused() {
        String message = refusal(new Platform("Windows 10", "amd64", false, false));
        assertTrue(message, message.contains("AVX"));
        assertTrue(message, message.contains("virtual machine"));
    }

    @Test
    public void muslIsSeenByWhatIsLoaded() throws IOException {
        Path maps = folder.newFile().toPath();
        Files.writeString(maps, "7f10 r-xp 00000000 08:01 12  /lib/ld-musl-x86_64.so.1\n");
        assertTrue(Platform.isMusl(maps));
        Files.writeString(maps, "7f10 r-xp 00000000 08:01 12  /lib/x86_64-linux-gnu/libc.so.6\n");
        assertFalse(Platform.isMusl(maps));
        assertFalse(Platform.isMusl(maps.resolveSibling("missing")));
    }

    private static Platform platform(String system, String architecture) {
        return new Platform(system, architecture, false, true);
    }

    private static String refusal(Platform platform) {
        return assertThrows(EngineException.class, platform::requireSupported).getMessage();
    }
}
