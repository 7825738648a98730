package org.jointattention.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointattention.image.zarr.OmeZarrImage;
import org.jointattention.segmentation.Output;
import org.jointattention.segmentation.zarr.ZarrPlace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How images of OME-Zarr are segmented. */
final class ZarrOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--level",
            paramLabel = "N",
            description = "Of an OME-Zarr image: the resolution to segment, 0 is the largest (default: 0).")
    private int level;

    @Option(
            names = "--within",
            paramLabel = "NAME",
            description = "Write the labels of an OME-Zarr image into the image itself, as labels/NAME, instead of into"
                    + " the folder of --out.")
    private String within;

    int level() {
        return level;
    }

    /** The name of the labels in the image itself; null for a folder of their own. */
    String within() {
        return within;
    }

    /** Where the labels of an image go. @param folder for results */
    ZarrPlace place(Path image, Path folder) {
        return ZarrPlace.choose(image, folder, within);
    }

    /** The folders of the labels of images. @param folder for results */
    List<Path> labels(List<Path> images, Path folder) {
        return images.stream().map(image -> place(image, folder).of(image)).collect(Collectors.toList());
    }

    /**
     * Whether the images are of OME-Zarr.
     *
     * @throws ParameterException if only some are, or an option does not fit
     */
    boolean areWanted(List<Path> images, Set<Output> outputs) {
        long count = images.stream().filter(OmeZarrImage::isIn).count();
        if (count == 0) {
            if (level != 0 || within != null) {
                throw wrong("--level and --within are for images of OME-Zarr, and none of these is one.");
            }
            return false;
        }
        if (count < images.size()) {
            throw wrong("Segment images of OME-Zarr and other images one after the other, not in one command.");
        }
        if (!outputs.equals(Set.of(Output.LABELS))) {
            throw wrong("Only labels are written of images of OME-Zarr: leave out --output and --overlay.");
        }
        return true;
    }

    /** @throws ParameterException if two images would have their labels in one place */
    void check(List<Path> images, Path folder) {
        Map<Path, Path> makers = new HashMap<>();
        for (Path image : images) {
            Path other = within == null ? makers.put(ZarrPlace.labels(image, folder), image) : null;
            if (other != null) {
                throw wrong("The labels of " + other + " and " + image
                        + " have the same name: segment them into different folders, or use --within.");
            }
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
