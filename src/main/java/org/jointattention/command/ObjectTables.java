package org.jointattention.command;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import java.awt.Point;
import java.util.List;
import org.jointattention.image.NumberedObject;
import org.jointattention.model.LabelClass;

/** Rows of tables about the objects of an image: one table of objects, and one of classes. */
final class ObjectTables {
    static final String OBJECTS = "Joint Attention objects";
    static final String CLASSES = "Joint Attention classes";

    private final ImagePlus image;
    private final Point corner;
    private final List<LabelClass> classes;

    /** @param corner where the labels begin in the image */
    ObjectTables(ImagePlus image, Point corner, List<LabelClass> classes) {
        this.image = image;
        this.corner = corner;
        this.classes = classes;
    }

    /** Adds a row for each object. */
    void addObjects(ResultsTable table, List<NumberedObject> objects) {
        Calibration calibration = image.getCalibration();
        for (NumberedObject object : objects) {
            table.addRow();
            table.addValue("Image", image.getTitle());
            table.addValue("Slice", object.plane() % image.getNSlices() + 1);
            table.addValue("Frame", object.plane() / image.getNSlices() + 1);
            table.addValue("Class", classes.get(object.label()).name());
            table.addValue("Object", object.number());
            table.addValue("Pixels", object.object().area());
            table.addValue("Area", area(object.object().area()));
            table.addValue("X", calibration.getX(object.object().x() + corner.x));
            table.addValue("Y", calibration.getY(object.object().y() + corner.y));
            table.addValue("Unit", calibration.getUnit());
        }
    }

    /** Adds a row for each class but the background. */
    void addClasses(ResultsTable table, List<NumberedObject> objects, long allPixels) {
        for (int c = 1; c < classes.size(); c++) {
            long count = 0;
            long pixels = 0;
            for (NumberedObject object : objects) {
                if (object.label() == c) {
                    count++;
                    pixels += object.object().area();
                }
            }
            table.addRow();
            table.addValue("Image", image.getTitle());
            table.addValue("Class", classes.get(c).name());
            table.addValue("Objects", count);
            table.addValue("Pixels", pixels);
            table.addValue("Area", area(pixels));
            table.addValue("Fraction", (double) pixels / allPixels);
            table.addValue("Unit", image.getCalibration().getUnit());
        }
    }

    private double area(long pixels) {
        Calibration calibration = image.getCalibration();
        return pixels * calibration.pixelWidth * calibration.pixelHeight;
    }
}
