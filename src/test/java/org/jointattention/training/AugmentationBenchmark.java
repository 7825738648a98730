package org.jointattention.training;

import java.util.Collections;

/** Prints what a batch of 4 patches of 256x256 pixels costs with every effect on every patch. */
public final class AugmentationBenchmark {
    private static final int WARM_UP = 200;
    private static final int STEPS = 400;

    private AugmentationBenchmark() {}

    public static void main(String[] args) {
        Symmetries all = Symmetries.all();
        measure("every effect on every patch", 1, Patches.everything());
        measure("every effect on every patch", 3, Patches.everything());
        measure("standard", 1, Augmentation.standard(all));
        measure("flips and turns", 1, Augmentation.none().withSymmetries(all));
        measure("none", 1, Augmentation.none());
    }

    private static void measure(String name, int channels, Augmentation augmentation) {
        BatchOptions options = BatchOptions.of(4, 256, 1).withAugmentation(augmentation);
        DataSet data = DataSet.of(Collections.singletonList(Patches.noise(700, 520, channels, 3)), 3);
        PatchMaker maker = new PatchMaker(data, options);
        Batch batch = new Batch(options, channels);
        run(maker, batch, options, channels, WARM_UP);
        long begin = System.nanoTime();
        run(maker, batch, options, channels, STEPS);
        double millis = (System.nanoTime() - begin) / 1e6 / STEPS;
        System.out.printf("%-30s %d channels: %.2f ms a batch of 4x256x256%n", name, channels, millis);
    }

    private static void run(PatchMaker maker, Batch batch, BatchOptions options, int channels, int steps) {
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < options.batch(); i++) {
                maker.make(step, i, new PatchTarget(batch.images(), batch.labels(), channels, i, 256 * 256));
            }
        }
    }
}
