package org.jointattention.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.jointattention.model.BackboneSpec;
import org.jointattention.model.ModelSpec;
import org.junit.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

public class DeepSupervisionTest {
    private static ModelSpec spec(String backbone) {
        return TestModels.of(new BackboneSpec(backbone, 3, 1, 1, 2), "none", 1);
    }

    @Test
    public void theResultIsTheMeanOfAllThatIsSupervised() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            Operand<TFloat32> image = harness.input("x", 1, 8, 16, 1);
            Network network = Network.build(harness.net(), spec("unetplusplus:deep"), image);
            assertEquals(3, network.supervised().size());
            float[] mean = new float[8 * 16 * TestModels.CLASSES];
            for (Operand<TFloat32> logits : network.supervised()) {
                float[] values = harness.run(logits);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += values[i] / 3;
                }
            }
            assertArrayEquals(mean, harness.run(network.logits()), 1e-5f);
        }
    }

    @Test
    public void eachOutputHasClassesOfItsOwn() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            Network.build(harness.net(), spec("unetplusplus:deep"), harness.input("x", 1, 8, 8, 1));
            assertTrue(harness.weights()
                    .names()
                    .containsAll(List.of("head/kernel", "head1/kernel", "head2/kernel", "head/bias", "head2/bias")));
        }
    }

    @Test
    public void withoutItTheResultIsWhatIsSupervised() {
        for (String backbone : List.of("denseunet", "unet", "unetplusplus", "nonlocalunet")) {
            try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
                Network network = Network.build(harness.net(), spec(backbone), harness.input("x", 1, 8, 8, 1));
                assertEquals(1, network.supervised().size());
                assertSame(network.logits(), network.supervised().get(0));
            }
        }
    }

    @Test
    public void meansAreTakenValueByValue() {
        try (NetHarness harness = new NetHarness(NetHarness.Mode.INFERENCE, 1)) {
            Operand<TFloat32> a = harness.input("a", 2, 3);
            Operand<TFloat32> b = harness.input("b", 2, 3);
            float[] mean = harness.run(Network.mean(harness.tf(), List.of(a, b)));
            for (int i = 0; i < mean.length; i++) {
                assertEquals((harness.values("a")[i] + harness.values("b")[i]) / 2, mean[i], 1e-6);
            }
        }
    }
}
