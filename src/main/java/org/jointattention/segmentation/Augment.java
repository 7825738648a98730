package org.jointattention.segmentation;

/** The ready-made test-time augmentations, by the names that users choose them by. */
public enum Augment {
    NONE(TestTimeAugmentation.none()),
    FLIPS(TestTimeAugmentation.flips()),
    FULL(TestTimeAugmentation.full());

    private final TestTimeAugmentation augmentation;

    Augment(TestTimeAugmentation augmentation) {
        this.augmentation = augmentation;
    }

    public TestTimeAugmentation augmentation() {
        return augmentation;
    }
}
