package org.jointattention.crosscheck;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.BundledModels;
import org.jointattention.model.Model;
import org.jointattention.tensorflow.NetHarness.Mode;

/** Writes all examples to a folder, one file each: the first half of {@code scripts/crosscheck/run}. */
public final class CrossCheckExport {
    private static final List<String> BLOCKS = List.of(
            "pointwise",
            "self",
            "self:slim",
            "joint:additive",
            "joint:competitive",
            "joint:slim",
            "joint:competitive-slim",
            "sequential",
            "sequential:slim",
            "cbam",
            "cbam:channel",
            "cbam:spatial",
            "gate",
            "nonlocal",
            "nonlocal:pooled",
            "nonlocal:dot",
            "dual",
            "generalized:1000",
            "generalized:0100",
            "generalized:0010",
            "generalized:0001",
            "generalized:0111",
            "generalized:1111",
            "psa",
            "psa:collect",
            "psa:distribute",
            "aggregation:same",
            "aggregation:down",
            "aggregation:up");

    /** Each backbone, with attention of different kinds. */
    private static final String[][] NETWORKS = {
        {"unet", "gate@skip0,skip1"},
        {"unetplusplus", "self@skip1"},
        {"unetplusplus:deep", "none"},
        {"denseunet", "joint@bottleneck,skip1"},
        {"denseunet", "gate@skip1"},
        {"nonlocalunet", "cbam@bottleneck,skip1"}
    };

    private final Path folder;

    private CrossCheckExport(Path folder) {
        this.folder = folder;
    }

    /** @param args the folder, which is there */
    public static void main(String[] args) {
        CrossCheckExport export = new CrossCheckExport(Path.of(args[0]));
        BLOCKS.forEach(name -> export.block(name, 6, 8, 36));
        // More positions than a map of psa reaches, a size that cannot be halved, fewer positions than channels, and so
        // few of them that the softmax of dual among channels is not nearly the identity.
        export.block("psa", 36, 2, 16);
        export.block("nonlocal:pooled", 5, 7, 16);
        export.block("nonlocal:dot", 2, 3, 36);
        export.block("dual", 2, 3, 36);
        for (String[] network : NETWORKS) {
            export.network(network[0], network[1]);
        }
        for (String name : new BundledModels().names()) {
            export.write(ModelExport.probabilities(new BundledModels().read(name), 32, 48), name, Mode.INFERENCE);
        }
    }

    private void block(String name, int height, int width, int channels) {
        for (Mode mode : Mode.values()) {
            try (HarnessExport export = new HarnessExport(mode)) {
                CrossCheckFile file = export.block(name, height, width, channels);
                if (mode == Mode.INFERENCE || export.normalises()) {
                    write(file, name + " " + height + "x" + width, mode);
                }
            }
        }
    }

    private void network(String name, String attention) {
        Model model = ModelExport.random(new BackboneSpec(name, 3, 2, 6, 8), attention, 2);
        write(ModelExport.probabilities(model, 16, 24), name + " " + attention, Mode.INFERENCE);
        try (HarnessExport export = new HarnessExport(Mode.TRAINING)) {
            CrossCheckFile features = export.features(new BackboneSpec(name, 2, 2, 3, 4), attention, 8, 12, 2);
            write(features, name + " " + attention, Mode.TRAINING);
        }
    }

    private void write(CrossCheckFile file, String name, Mode mode) {
        String text = (name + " " + mode).toLowerCase(Locale.ROOT).replaceAll("[:@, ]", "-");
        file.write(folder.resolve(text + ".safetensors"));
    }
}
