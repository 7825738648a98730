package org.jointattention.cli;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jointattention.image.ImageFiles;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.Weights;
import org.jointattention.segmentation.Planes;
import picocli.CommandLine;

/** Runs a command as the program does, and keeps what it prints. */
final class CommandRun {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int status;

    CommandRun(Object command, String... arguments) {
        this.status = Main.run(
                program(command),
                new FailureHandler(false),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments);
    }

    /** The command with the options that all have. */
    private static CommandLine program(Object command) {
        CommandLine line = new CommandLine(command);
        if (line.getCommandSpec().findOption(CommonOptions.VERBOSE) == null) {
            line.addMixin("common", new CommonOptions());
        }
        return line;
    }

    int status() {
        return status;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** A model of stride 2 for one channel, with tiles of 256 pixels. */
    static Model model(String name) {
        ModelCard card = new ModelCard(name, "", "", "", "", "", Map.of());
        return new Model(Planes.model(1, 1, 256, 32), new Weights(Map.of()), card);
    }

    /** A dark image with a bright square of a third of its width, saved by the extension of its name. */
    static Path square(Path file, int width, int height, int bright) {
        ByteProcessor pixels = new ByteProcessor(width, height);
        pixels.setColor(bright);
        pixels.setRoi(width / 3, height / 3, width / 3, height / 3);
        pixels.fill();
        pixels.resetRoi();
        ImagePlus image = new ImagePlus("square", pixels);
        if (file.toString().endsWith(".png")) {
            ImageFiles.savePng(image, file);
        } else {
            ImageFiles.saveTiff(image, file);
        }
        return file;
    }
}
