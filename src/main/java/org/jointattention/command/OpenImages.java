package org.jointattention.command;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The images that are open in ImageJ, those that a macro keeps without windows included. */
final class OpenImages {
    private OpenImages() {}

    /** Their titles for a list of choices, in the order of opening, each once. */
    static List<String> titles() {
        return all().stream().map(ImagePlus::getTitle).distinct().collect(Collectors.toList());
    }

    /**
     * @param what the image is for, such as {@code truth}
     * @param name a title or an ID
     * @throws CommandException if there is no such image, or more than one of that title
     */
    static ImagePlus find(String what, String name) {
        if (name.trim().isEmpty()) {
            throw new CommandException("Choose the " + what + " image: none is named.");
        }
        List<ImagePlus> found = all().stream()
                .filter(image -> image.getTitle().equals(name)
                        || Integer.toString(image.getID()).equals(name))
                .collect(Collectors.toList());
        if (found.isEmpty()) {
            throw new CommandException("The " + what + " image \"" + name + "\" is not open. " + openOnes());
        } else if (found.size() > 1) {
            throw new CommandException(found.size() + " open images are called \"" + name + "\". Rename the " + what
                    + " image (Image > Rename...).");
        }
        return found.get(0);
    }

    /**
     * The image that is given, or else the active one.
     *
     * @param given may be null
     * @throws CommandException if there is none
     */
    static ImagePlus orCurrent(ImagePlus given) {
        ImagePlus image = given == null ? WindowManager.getCurrentImage() : given;
        if (image == null) {
            throw new CommandException("There is no image: open one first.");
        }
        return image;
    }

    private static String openOnes() {
        List<String> titles = titles();
        return titles.isEmpty() ? "No image is open: open it first." : "Open are: " + String.join(", ", titles) + ".";
    }

    private static List<ImagePlus> all() {
        List<ImagePlus> images = new ArrayList<>();
        int[] ids = WindowManager.getIDList();
        if (ids != null) {
            for (int id : ids) {
                ImagePlus image = WindowManager.getImage(id);
                if (image != null) { // closed meanwhile
                    images.add(image);
                }
            }
        }
        return images;
    }
}
