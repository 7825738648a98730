package org.jointattention.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointattention.engine.Device;
import org.jointattention.files.CsvFile;

/** The demo's figures, image by image. */
final class DemoReport {
    private final List<List<String>> records = new ArrayList<>();
    private double sum;
    private int scored;
    private long pixels;

    DemoReport() {
        records.add(List.of("image", "dice", "pixels"));
    }

    /** @param dice NaN where there is no mask, or the coefficient is not defined */
    void add(String image, double dice, long imagePixels) {
        String text = Double.isNaN(dice) ? "" : String.format(Locale.ROOT, "%.4f", dice);
        records.add(List.of(image, text, Long.toString(imagePixels)));
        pixels += imagePixels;
        if (!Double.isNaN(dice)) {
            sum += dice;
            scored++;
        }
    }

    /** @throws java.io.UncheckedIOException if the file cannot be written */
    void write(Path file) {
        new CsvFile(file).write(records);
    }

    String summary(Device device, double seconds) {
        String dice = scored == 0
                ? "no masks to compare with"
                : String.format(Locale.ROOT, "mean Dice %.4f of %d images", sum / scored, scored);
        return String.format(
                Locale.ROOT, "%s; %.2f megapixels in %.2f s on %s", dice, pixels / 1e6, seconds, device.name());
    }
}
