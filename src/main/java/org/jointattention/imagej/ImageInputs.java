package org.jointattention.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.Optional;
import org.jointattention.command.CommandException;
import org.jointattention.command.OpenImages;
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
     * @throws InputException if there is none, or several have the title
     */
    static Optional<ImagePlus> named(ModuleItem<?> item, String titleOrId) {
        if (titleOrId.isEmpty() && !item.isRequired()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OpenImages().get(titleOrId));
        } catch (CommandException e) {
            // the caller adds the full stop
            throw new InputException(item.getName(), e.getMessage().replaceFirst("\\.$", ""));
        }
    }
}
