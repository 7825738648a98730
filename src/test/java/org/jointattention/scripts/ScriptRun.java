package org.jointattention.scripts;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of the project, run to its end. */
final class ScriptRun {
    private final int status;
    private final String out;
    private final String err;

    private ScriptRun(int status, String out, String err) {
        this.status = status;
        this.out = out;
        this.err = err;
    }

    /** A script, which is given what was built by a variable, so that it builds nothing. */
    static final class Script {
        private final List<String> command = new ArrayList<>();
        private final Map<String, String> variables = new HashMap<>();
        private final Path folder;

        /** @param folder for temporary files */
        Script(Path file, Path folder) {
            this.folder = folder;
            command.addAll(List.of("/bin/bash", file.toString()));
        }

        /** What the script is run by, such as a virtual display. */
        Script by(String... program) {
            command.addAll(0, List.of(program));
            return this;
        }

        Script with(String variable, Object value) {
            variables.put(variable, value.toString());
            return this;
        }

        ScriptRun run(Object... arguments) throws IOException, InterruptedException {
            List<String> all = new ArrayList<>(command);
            for (Object argument : arguments) {
                all.add(argument.toString());
            }
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("JOINT_ATTENTION_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("TMPDIR", folder.toString());
            builder.environment().putAll(variables);
            Process process = builder.start();
            boolean ended = process.waitFor(3, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            assertTrue("hangs: " + all + "\n" + read(out) + read(err), ended);
            return new ScriptRun(process.exitValue(), read(out), read(err));
        }

        private static String read(Path file) throws IOException {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }
    }

    static Path script(String name) {
        return Paths.get("scripts", name);
    }

    int status() {
        return status;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }
}
