package org.jointattention.command;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import java.awt.Point;
import java.util.List;
import java.util.stream.Collectors;
import org.jointattention.image.NumberedObject;
import org.jointattention.model.LabelClass;

/** Rows of tables about the objects of an image: one table of objects, and one of classes. */
final class ObjectTables {
    static final String OBJECTS = "Joint Attention objects";
    static final String CLASSES = "Joint Attention classes";

    private static final List<String> COLUMNS =
            List.of("Image", "Slice", "Frame", "Class", "Object", "Pixels", "Area", "X", "Y", "Unit");

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
        for (NumberedObject object : objects) {
            table.addRow();
            List<Object> values = values(object);
            for (int i = 0; i < values.size(); i++) {
                add(table, COLUMNS.get(i), values.get(i));
            }
        }
    }

    private static void add(ResultsTable table, String column, Object value) {
        if (value instanceof Number) {
            table.addValue(column, ((Number) value).doubleValue());
        } else {
            table.addValue(column, value.toString());
        }
    }

    /** What is said of an object, in the order of the columns. */
    private List<Object> values(NumberedObject object) {
        Calibration calibration = image.getCalibration();
        return List.of(
                image.getTitle(),
                object.plane() % image.getNSlices() + 1,
                object.plane() / image.getNSlices() + 1,
                classes.get(object.label()).name(),
                object.number(),
                object.object().area(),
                area(object.object().area()),
                calibration.getX(object.object().x() + corner.x),
                calibration.getY(object.object().y() + corner.y),
                calibration.getUnit());
    }

    /** The columns of {@link #records}. */
    List<String> columns() {
        return COLUMNS;
    }

    /** A record for each object. */
    List<List<String>> records(List<NumberedObject> objects) {
        return objects.stream()
                .map(object -> values(object).stream().map(String::valueOf).collect(Collectors.toList()))
                .collect(Collectors.toList());
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
