package org.jointattention.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointattention.engine.Engines;
import org.jointattention.model.AttentionSpec;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.LabelClass;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelFile;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.NormalizationSpec;
import org.jointattention.model.TileSpec;

/** Model files of networks that know nothing, but run in no time: random weights, two classes and more. */
public final class TinyModels {
    private TinyModels() {}

    /** @return a file in the folder */
    public static File write(Path folder, int channels, int classes, long seed) {
        List<LabelClass> all = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            all.add(new LabelClass(c == 0 ? "background" : "thing" + c, c * 0x205080));
        }
        ModelSpec spec = new ModelSpec(
                new BackboneSpec("denseunet", 2, 1, 4, 4),
                AttentionSpec.parse("none"),
                channels,
                all,
                NormalizationSpec.percentile(0, 100),
                1,
                new TileSpec(32, 8));
        String name = "tiny-" + channels + "-" + classes + "-" + seed;
        Path file = folder.resolve(name + ".zip");
        ModelCard card = new ModelCard(name, "", "", "", "", "", Map.of());
        ModelFile.write(new Model(spec, Engines.classPath().initialWeights(spec, seed), card), file);
        return file.toFile();
    }
}
