package org.jointattention.segmentation.zarr;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointattention.engine.Precision;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.image.ImageException;
import org.jointattention.image.zarr.FolderStore;
import org.jointattention.image.zarr.LabelPyramid;

/**
 * The precision that labels were begun with. An automatic choice may come out differently each time, and labels of the one
 * cannot go on with the other.
 */
public final class EarlierPrecision {
    private static final Pattern ORIGIN =
            Pattern.compile(".*; weights (\\w*); tile \\d+x\\d+, overlap \\d+, (\\w+), .*", Pattern.DOTALL);

    private final String weights;

    /** @param weights SHA-256 of the model's weights: labels of others do not count */
    public EarlierPrecision(String weights) {
        this.weights = weights;
    }

    /** @param labels folders, of which some may be there: the first of these counts where the precision is automatic */
    public PredictorOptions applyTo(PredictorOptions options, List<Path> labels) {
        if (options.precision() != Precision.AUTO) {
            return options;
        }
        return labels.stream()
                .map(this::of)
                .flatMap(Optional::stream)
                .findFirst()
                .map(options::withPrecision)
                .orElse(options);
    }

    private Optional<Precision> of(Path labels) {
        try {
            return LabelPyramid.origin(new FolderStore(labels), "").flatMap(this::of);
        } catch (ImageException e) {
            return Optional.empty(); // damaged: it is said when they are to be written
        }
    }

    private Optional<Precision> of(String origin) {
        Matcher matcher = ORIGIN.matcher(origin);
        return matcher.matches() && matcher.group(1).equals(weights)
                ? Optional.of(Precision.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }
}
