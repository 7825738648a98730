package org.jointattention.command;

import java.io.File;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** A program that segments where there is no ImageJ 1. */
final class WithoutImageJ {
    private WithoutImageJ() {}

    /** @param arguments a model file */
    public static void main(String[] arguments) throws Exception {
        try {
            Class.forName("ij.ImagePlus");
            throw new AssertionError("ImageJ 1 is there.");
        } catch (ClassNotFoundException expected) {
            CommandModule module = new Context()
                    .service(CommandService.class)
                    .run(
                            SegmentImg.class,
                            true,
                            "pixels",
                            ArrayImgs.unsignedBytes(36, 44),
                            "output",
                            OutputChoice.LABELS,
                            "modelfile",
                            new File(arguments[0]))
                    .get();
            Img<?> labels = (Img<?>) module.getOutput("labels");
            System.out.println("no ImageJ 1, " + labels.dimension(0) + "x" + labels.dimension(1) + " labels");
            System.exit(0);
        }
    }
}
