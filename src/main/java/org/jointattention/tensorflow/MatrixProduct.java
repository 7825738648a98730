package org.jointattention.tensorflow;

import org.jointattention.engine.DeviceChoice;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Times a large float32 matrix product: the peak that a network's GFLOP/s are measured against. */
final class MatrixProduct {
    private static final int SIZE = 2048;
    private static final int RUNS = 5;

    private final int threads;

    MatrixProduct(int threads) {
        this.threads = threads;
    }

    /** The best of a few runs. */
    double gflops() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> shape = tf.random.randomUniform(tf.constant(new int[] {SIZE, SIZE}), TFloat32.class);
            Operand<TFloat32> left = tf.variable(shape);
            Operand<TFloat32> right = tf.variable(shape);
            // A sum makes the fetched value small, so that no copy is timed.
            Operand<TFloat32> product = tf.reduceSum(tf.linalg.matMul(left, right), tf.constant(new int[] {0, 1}));
            try (Session session = Sessions.open(graph, threads, DeviceChoice.CPU, false)) {
                session.runner()
                        .addTarget(tf.assign(left, shape))
                        .addTarget(tf.assign(right, shape))
                        .run()
                        .close();
                return best(session, product);
            }
        }
    }

    private static double best(Session session, Operand<TFloat32> product) {
        double seconds = Double.POSITIVE_INFINITY;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            session.runner().fetch(product).run().close();
            seconds = Math.min(seconds, (System.nanoTime() - start) * 1e-9);
        }
        return 2.0 * SIZE * SIZE * SIZE / seconds * 1e-9;
    }
}
