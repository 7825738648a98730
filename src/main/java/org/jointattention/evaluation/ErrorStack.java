package org.jointattention.evaluation;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointattention.image.LabelLut;
import org.jointattention.model.LabelClass;

/**
 * Pictures of where predictions differ from the truth, a value and a colour for each kind of pixel. The colours are of
 * Okabe and Ito, "Color Universal Design", which people with any colour vision tell apart.
 */
public final class ErrorStack {
    /** Background in both. */
    public static final int BACKGROUND = 0;
    /** The right class. */
    public static final int RIGHT = 1;
    /** A class where the truth has background. */
    public static final int FALSE_POSITIVE = 2;
    /** Background where the truth has a class. */
    public static final int FALSE_NEGATIVE = 3;
    /** Another class than that of the truth. */
    public static final int OTHER_CLASS = 4;

    private static final List<LabelClass> KINDS = List.of(
            new LabelClass("background", 0x000000),
            new LabelClass("right", 0xffffff),
            new LabelClass("false positive", 0xe69f00),
            new LabelClass("false negative", 0x56b4e9),
            new LabelClass("other class", 0xf0e442));
    private static final int IGNORED_COLOUR = 0x505050;
    private static final String LEGEND = String.join(
            "\n",
            "0 background: black",
            "1 right class: white",
            "2 false positive: orange",
            "3 false negative: sky blue",
            "4 other class than the truth's: yellow",
            "255 ignored: dark grey",
            "");

    private final List<String> labels = new ArrayList<>();
    private final List<Mask> truths = new ArrayList<>();
    private final List<byte[]> planes = new ArrayList<>();

    ErrorStack() {}

    /** @throws EvaluationException if the sizes differ */
    void add(String label, Mask truth, Mask prediction) {
        byte[] kinds = new byte[truth.pixels()];
        for (int pixel = 0; pixel < kinds.length; pixel++) {
            kinds[pixel] = (byte) kind(truth.label(pixel), prediction.label(pixel));
        }
        labels.add(label);
        truths.add(truth);
        planes.add(kinds);
    }

    private static int kind(int truth, int predicted) {
        if (truth == Mask.IGNORED) {
            return Mask.IGNORED;
        } else if (truth == predicted) {
            return truth == 0 ? BACKGROUND : RIGHT;
        } else if (truth == 0) {
            return FALSE_POSITIVE;
        }
        return predicted == 0 ? FALSE_NEGATIVE : OTHER_CLASS;
    }

    /** What the values and colours mean, a line for each. */
    public static String legend() {
        return LEGEND;
    }

    /** One image of 8 bits with all planes; its property {@code Info} is the {@link #legend}. */
    public ImagePlus toImage(String title) {
        int width = truths.stream().mapToInt(Mask::width).max().orElse(1);
        int height = truths.stream().mapToInt(Mask::height).max().orElse(1);
        ImageStack stack = new ImageStack(width, height);
        for (int i = 0; i < planes.size(); i++) {
            stack.addSlice(labels.get(i), new ByteProcessor(width, height, enlarged(i, width, height)));
        }
        ImagePlus image = new ImagePlus(title, stack);
        image.setCalibration(calibration());
        image.setProperty("Info", legend());
        image.setLut(LabelLut.of(KINDS, IGNORED_COLOUR));
        image.setDisplayRange(0, 255);
        return image;
    }

    private byte[] enlarged(int index, int width, int height) {
        Mask mask = truths.get(index);
        byte[] plane = planes.get(index);
        if (mask.width() == width && mask.height() == height) {
            return plane;
        }
        byte[] larger = new byte[width * height];
        Arrays.fill(larger, (byte) Mask.IGNORED);
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(plane, y * mask.width(), larger, y * width, mask.width());
        }
        return larger;
    }

    /** The size of the pixels where it is the same in all planes. */
    private Calibration calibration() {
        Calibration calibration = new Calibration();
        if (truths.stream().map(Mask::pixelSize).distinct().count() == 1) {
            truths.get(0).pixelSize().ifPresent(size -> {
                calibration.pixelWidth = size.width();
                calibration.pixelHeight = size.height();
                calibration.setUnit(size.unit());
            });
        }
        return calibration;
    }
}
