package org.jointattention.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes the pictures of the user guide, in real ImageJ with a small window manager, whose title bars they show;
 * {@code scripts/screenshots} calls it. They are in {@code target/screenshots}.
 */
public final class Screenshots {
    private static final String WINDOW_MANAGER = "openbox";
    private static final List<Class<?>> ALL =
            List.of(DialogScenes.class, ResultScenes.class, AttentionScenes.class, TrainingScenes.class);

    private Screenshots() {}

    /** @param arguments simple names of the classes with the scenes; none for all */
    public static void main(String... arguments) throws IOException {
        List<String> failures = new ArrayList<>();
        VirtualDisplay display = VirtualDisplay.open().orElseThrow(() -> new IOException("There is no Xvfb."));
        Process manager = windowManager(display);
        GuiProcess imagej = new GuiProcess(display);
        for (Class<?> scenes : chosen(arguments)) {
            imagej.run(scenes, event -> note(event, failures));
        }
        imagej.close();
        manager.destroy();
        failures.forEach(System.err::println);
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private static List<Class<?>> chosen(String... names) {
        return ALL.stream()
                .filter(scenes -> names.length == 0 || Arrays.asList(names).contains(scenes.getSimpleName()))
                .collect(Collectors.toList());
    }

    /** Java asks only once, with its first window, whether there is a window manager. */
    private static Process windowManager(VirtualDisplay display) throws IOException {
        Path home = Files.createTempDirectory("window-manager");
        ProcessBuilder builder = new ProcessBuilder(WINDOW_MANAGER, "--sm-disable");
        builder.environment().put("DISPLAY", display.name());
        builder.environment().put("HOME", home.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("log.txt").toFile())
                .start();
    }

    private static void note(GuiEvent event, List<String> failures) {
        if (event.kind() == GuiEvent.Kind.FAILED) {
            failures.add(event.test() + ": " + event.text());
        } else if (event.kind() == GuiEvent.Kind.FINISHED) {
            System.out.println(event.test());
        }
    }
}
