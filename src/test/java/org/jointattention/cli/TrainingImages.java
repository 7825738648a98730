package org.jointattention.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Folders of four images of bright squares and their masks, and the arguments to train on them quickly. */
final class TrainingImages {
    private final Path root;

    TrainingImages(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(images());
        Files.createDirectories(masks());
        for (int i = 0; i < 4; i++) {
            CommandRun.square(images().resolve("im" + i + ".png"), 30 + 3 * i, 24, 150 + 20 * i);
            CommandRun.square(masks().resolve("im" + i + ".png"), 30 + 3 * i, 24, 1);
        }
    }

    Path images() {
        return root.resolve("images");
    }

    Path masks() {
        return root.resolve("masks");
    }

    Path out() {
        return root.resolve("my model.zip");
    }

    Path checkpoints() {
        return root.resolve("my model.zip.checkpoints");
    }

    /** Without the command's name. */
    String[] arguments(String... more) {
        return argumentsTo(out(), more);
    }

    String[] argumentsTo(Path file, String... more) {
        List<String> arguments = new ArrayList<>(Arrays.asList(
                "--images",
                images().toString(),
                "--masks",
                masks().toString(),
                "--out",
                file.toString(),
                "--patch=16",
                "--batch=2"));
        arguments.addAll(Arrays.asList(more));
        return arguments.toArray(new String[0]);
    }

    /** With the command's name in front, for a small network on one thread of the CPU. */
    String[] command(String... more) {
        List<String> command = new ArrayList<>(Arrays.asList(arguments(more)));
        command.add(0, "train");
        command.addAll(Arrays.asList("--attention=none", "--device=cpu", "--threads=1"));
        return command.toArray(new String[0]);
    }
}
