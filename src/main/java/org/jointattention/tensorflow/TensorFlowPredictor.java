package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.Device;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
import org.jointattention.model.Weights;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Runs a folded inference graph with TensorFlow. */
final class TensorFlowPredictor implements Predictor {
    private final ModelSpec spec;
    private final PredictorOptions options;
    private final InferenceGraph graph;
    private final Session session;
    private final Device device;
    private final PrecisionChoice precision;
    private final long flops;
    private volatile boolean closed;

    TensorFlowPredictor(ModelSpec spec, Weights weights, PredictorOptions options) {
        Network.checkSize(spec, options.height(), options.width());
        this.spec = spec;
        this.options = options;
        graph = new InferenceGraph(spec, weights, options);
        try {
            flops = graph.cost().flops();
            Session plain = Sessions.open(graph.graph, options.threads(), options.device(), false);
            device = Devices.inUse(plain, options.device());
            precision = PrecisionChoice.make(graph, plain, device, options);
            session = precision.session();
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    @Override
    public int batch() {
        return options.batch();
    }

    @Override
    public int height() {
        return options.height();
    }

    @Override
    public int width() {
        return options.width();
    }

    @Override
    public int channels() {
        return spec.channels();
    }

    @Override
    public int classes() {
        return spec.classes().size();
    }

    @Override
    public void predict(float[] input, float[] probabilities) {
        TensorFlowTrainer.checkLength("probabilities", probabilities.length, batch(), height(), width(), classes());
        try (TFloat32 tensor = input(input);
                Result result = session.runner()
                        .feed(graph.input, tensor)
                        .fetch(graph.probabilities)
                        .run()) {
            Tensors.read(result.get(0), probabilities);
        }
    }

    @Override
    public List<AttentionBlock> attentionBlocks() {
        List<AttentionBlock> blocks = new ArrayList<>();
        graph.blocks().forEach(blocks::add);
        return blocks;
    }

    @Override
    public float[] gate(AttentionBlock block, float[] input) {
        return look(block, graph.gate(block), "point-wise part", input, 0);
    }

    @Override
    public float[] row(AttentionBlock block, float[] input, int y, int x) {
        if (y < 0 || x < 0 || y >= block.height() || x >= block.width()) {
            throw new EngineException("Position " + x + "," + y + " lies outside the attention grid of " + block.width()
                    + "x" + block.height() + ".");
        }
        return look(block, graph.row(block), "self-attention part", input, y * block.width() + x);
    }

    private float[] look(AttentionBlock block, Operand<TFloat32> what, String part, float[] input, int position) {
        if (what == null) {
            throw new EngineException("The attention block " + block + " has no " + part + ".");
        }
        float[] values = new float[batch() * block.height() * block.width()];
        try (TFloat32 tensor = input(input);
                TInt32 index = TInt32.scalarOf(position);
                Result result = session.runner()
                        .feed(graph.input, tensor)
                        .feed(graph.position, index)
                        .fetch(what)
                        .run()) {
            Tensors.read(result.get(0), values);
        }
        return values;
    }

    private TFloat32 input(float[] values) {
        if (closed) {
            throw new EngineException("The predictor is closed.");
        }
        int[] shape = {batch(), height(), width(), channels()};
        TensorFlowTrainer.checkLength("input", values.length, shape);
        return Tensors.floats(shape, values);
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public Precision precision() {
        return precision.precision();
    }

    @Override
    public String precisionReason() {
        return precision.reason();
    }

    @Override
    public long flops() {
        return flops;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            session.close();
            graph.close();
        }
    }
}
