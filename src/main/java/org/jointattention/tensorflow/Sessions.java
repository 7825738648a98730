package org.jointattention.tensorflow;

import org.jointattention.engine.DeviceChoice;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** Opens sessions with the settings that every session here needs. */
final class Sessions {
    private Sessions() {}

    /**
     * @param threads number of threads; 0 for one a processor
     * @param bfloat16 whether convolutions and products may be computed in bfloat16
     */
    static Session open(Graph graph, int threads, DeviceChoice device, boolean bfloat16) {
        int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        ConfigProto.Builder config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(count)
                // One operation at a time keeps sums in one order: the same bits at every run.
                .setInterOpParallelismThreads(1)
                .setAllowSoftPlacement(true)
                .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
        if (device == DeviceChoice.CPU) {
            config.putDeviceCount("GPU", 0);
        }
        if (bfloat16) {
            config.setGraphOptions(GraphOptions.newBuilder()
                    .setRewriteOptions(
                            RewriterConfig.newBuilder().setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON)));
        }
        return new Session(graph, config.build());
    }
}
