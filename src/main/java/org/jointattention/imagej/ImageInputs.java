package org.jointattention.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.module.ModuleItem;

/** Open images as inputs. */
final class ImageInputs {
    private ImageInputs() {}

    /**
     * The active image, or none for an input that need not be given.
     *
     * @throws InputException if no image is open
     */
    static Optional<ImagePlus> active(ModuleItem<?> item) {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null && item.isRequired()) {
            throw new InputException(item.getName(), "no image is open; open one first");
        }
        return Optional.ofNullable(image);
    }

    /**
     * An open image by its title or ID.
     *
     * @throws InputException if there is none
     */
    static Optional<ImagePlus> named(ModuleItem<?> item, String titleOrId) {
        if (titleOrId.isEmpty() && !item.isRequired()) {
            return Optional.empty();
        }
        ImagePlus image = WindowManager.getImage(titleOrId);
        if (image == null && titleOrId.matches("-\\d{1,9}")) {
            image = WindowManager.getImage(Integer.parseInt(titleOrId));
        }
        if (image == null) {
            throw new InputException(
                    item.getName(),
                    "no open image is called '" + titleOrId + "'; open are: " + String.join(", ", titles()));
        }
        return Optional.of(image);
    }

    /** The titles of the open images. */
    static List<String> titles() {
        List<String> titles = new ArrayList<>();
        int[] ids = WindowManager.getIDList();
        for (int id : ids == null ? new int[0] : ids) {
            ImagePlus image = WindowManager.getImage(id);
            if (image != null) {
                titles.add(image.getTitle());
            }
        }
        return titles;
    }
}
