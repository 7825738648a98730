package org.jointattention.tensorflow;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.engine.Device;
import org.jointattention.engine.EngineException;
import org.jointattention.engine.Precision;
import org.jointattention.engine.Predictor;
import org.jointattention.engine.PredictorOptions;
import org.jointattention.model.ModelSpec;
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
    private final PredictorSession session;
    private final long flops;
    /** Read-locked by calls, write-locked by {@link #close}. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    /** @param graph of these options; closed by the predictor, also where this fails */
    TensorFlowPredictor(ModelSpec spec, PredictorOptions options, InferenceGraph graph) {
        this.spec = spec;
        this.options = options;
        this.graph = graph;
        flops = graph.cost().flops();
        try {
            session = PredictorSession.open(graph, options);
        } catch (RuntimeException | Error e) {
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
        Tensors.checkLength("probabilities", probabilities.length, batch(), height(), width(), classes());
        run(runner -> runner.fetch(graph.probabilities()), input, probabilities);
    }

    @Override
    public List<AttentionBlock> attentionBlocks() {
        return graph.blocks();
    }

    @Override
    public float[] gate(AttentionBlock block, float[] input) {
        AttentionBlock own = own(block);
        return look(own, graph.gate(own.name()).orElseThrow(() -> lacks(own, "point-wise part")), input, 0);
    }

    @Override
    public float[] row(AttentionBlock block, float[] input, int y, int x) {
        AttentionBlock own = own(block);
        if (y < 0 || x < 0 || y >= own.height() || x >= own.width()) {
            throw new EngineException("Position " + x + "," + y + " lies outside the attention grid of " + own.width()
                    + "x" + own.height() + ".");
        }
        Operand<TFloat32> row = graph.row(own.name()).orElseThrow(() -> lacks(own, "self-attention part"));
        return look(own, row, input, y * own.width() + x);
    }

    /** The block here that bears the name of another predictor's, whose grid may be of another size. */
    private AttentionBlock own(AttentionBlock block) {
        return Choices.named(graph.blocks(), AttentionBlock::name, block.name(), "attention block");
    }

    private static EngineException lacks(AttentionBlock block, String part) {
        return new EngineException("The attention block " + block + " has no " + part + ".");
    }

    private float[] look(AttentionBlock block, Operand<TFloat32> what, float[] input, int position) {
        float[] values = new float[batch() * block.height() * block.width()];
        try (TInt32 index = TInt32.scalarOf(position)) {
            run(runner -> runner.feed(graph.position(), index).fetch(what), input, values);
        }
        return values;
    }

    private void run(UnaryOperator<Session.Runner> fetches, float[] input, float[] values) {
        int[] shape = {batch(), height(), width(), channels()};
        Tensors.checkLength("input", input.length, shape);
        Tensors.checkFinite("input", input);
        open.readLock().lock();
        try {
            checkOpen();
            NativeCalls.run("segment a tile of " + width() + "x" + height() + " pixels", () -> {
                try (TFloat32 tensor = Tensors.floats(shape, input);
                        Result result = fetches.apply(session.session().runner())
                                .feed(graph.input(), tensor)
                                .run()) {
                    Tensors.read(result.get(0), values);
                }
            });
        } finally {
            open.readLock().unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new EngineException("The predictor is closed.");
        }
    }

    @Override
    public Device device() {
        return session.device();
    }

    @Override
    public Precision precision() {
        return session.choice().precision();
    }

    @Override
    public String precisionReason() {
        return session.choice().reason();
    }

    @Override
    public long flops() {
        return flops;
    }

    /** Waits for calls of other threads. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
                graph.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
