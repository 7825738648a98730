package org.jointattention.tensorflow;

import java.util.List;
import org.jointattention.engine.EngineException;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.op.nn.MaxPool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The layers that backbones and attentions are written in; all tensors are NHWC with known shapes.
 *
 * <p>Each layer checks rank, channels and size when the graph is built, since the native library ends
 * the process on a wrong shape. Subclasses say how a convolution is normalised: by the batch
 * ({@link TrainingNet}), by moving statistics ({@link InferenceNet}), or folded into constants
 * ({@link FoldedNet}).
 */
public abstract class Net {
    /** Added to the variance in batch normalisation. */
    static final float EPSILON = 1e-3f;

    private static final List<Long> KEEPING = List.of(1L, 1L, 1L, 1L);

    /** Windows and strides that halve height and width. */
    private static final List<Long> HALVING = List.of(1L, 2L, 2L, 1L);

    private final Ops tf;
    private final WeightSource source;

    /**
     * @param tf where operations are added
     * @param source where weights come from
     */
    Net(Ops tf, WeightSource source) {
        this.tf = tf;
        this.source = source;
    }

    public Ops tf() {
        return tf;
    }

    /** A weight by its full name; the same tensor at each request. */
    public Operand<TFloat32> weight(String name, WeightKind kind, int... shape) {
        return source.get(new WeightDeclaration(name, kind, shape));
    }

    /** Convolution of odd kernel size, stride 1, SAME padding, with a bias and no normalisation. */
    public Operand<TFloat32> projection(String name, Operand<TFloat32> x, int kernelSize, int channels) {
        return projection(name, x, kernelSize, channels, KEEPING);
    }

    /** 3x3 convolution of stride 2 that halves height and width, with a bias and no normalisation. */
    public Operand<TFloat32> downProjection(String name, Operand<TFloat32> x, int channels) {
        checkEven(x);
        return projection(name, x, 3, channels, HALVING);
    }

    private Operand<TFloat32> projection(
            String name, Operand<TFloat32> x, int kernelSize, int channels, List<Long> strides) {
        Operand<TFloat32> kernel =
                weight(name + "/kernel", WeightKind.PROJECTION, kernelSize, kernelSize, channels(x), channels);
        return biased(name, convolve(x, kernel, strides), channels);
    }

    /** Transposed 2x2 convolution of stride 2 that doubles height and width, with a bias and no normalisation. */
    public Operand<TFloat32> upProjection(String name, Operand<TFloat32> x, int channels) {
        Operand<TFloat32> kernel = weight(name + "/kernel", WeightKind.PROJECTION, 2, 2, channels, channels(x));
        return biased(name, spread(x, kernel, channels), channels);
    }

    private Operand<TFloat32> biased(String name, Operand<TFloat32> x, int channels) {
        return tf.nn.biasAdd(x, weight(name + "/bias", WeightKind.BIAS, channels));
    }

    /** Convolution of odd kernel size, stride 1, SAME padding, batch normalisation, ReLU. */
    public Operand<TFloat32> convolution(String name, Operand<TFloat32> x, int kernelSize, int channels) {
        return tf.nn.relu(normalizedConvolution(name, x, kernelSize, channels, WeightKind.GAMMA));
    }

    /**
     * Convolution of odd kernel size, stride 1, SAME padding and batch normalisation.
     *
     * @param gamma how the normalisation's scale starts
     */
    public Operand<TFloat32> normalizedConvolution(
            String name, Operand<TFloat32> x, int kernelSize, int channels, WeightKind gamma) {
        WeightDeclaration kernel = new WeightDeclaration(
                name + "/kernel", WeightKind.KERNEL, kernelSize, kernelSize, channels(x), channels);
        return normalized(name, kernel, 3, gamma, weight -> convolve(x, weight, KEEPING));
    }

    /** Convolution of odd kernel size and stride 2 that halves height and width, and batch normalisation. */
    public Operand<TFloat32> normalizedDownConvolution(String name, Operand<TFloat32> x, int kernelSize, int channels) {
        checkEven(x);
        WeightDeclaration kernel = new WeightDeclaration(
                name + "/kernel", WeightKind.KERNEL, kernelSize, kernelSize, channels(x), channels);
        if (kernelSize == 1) {
            // The same; but the gradient of a 1x1 kernel with a stride writes where it must not, and ends the process.
            Operand<TFloat32> taken =
                    tf.stridedSlice(x, Indices.all(), Indices.step(2), Indices.step(2), Indices.all());
            return normalized(name, kernel, 3, WeightKind.GAMMA, weight -> convolve(taken, weight, KEEPING));
        }
        return normalized(name, kernel, 3, WeightKind.GAMMA, weight -> convolve(x, weight, HALVING));
    }

    /** Transposed 2x2 convolution of stride 2 that doubles height and width, batch normalisation, ReLU. */
    public Operand<TFloat32> upConvolution(String name, Operand<TFloat32> x, int channels) {
        return tf.nn.relu(normalizedUpConvolution(name, x, channels));
    }

    /** Transposed 2x2 convolution of stride 2 that doubles height and width, and batch normalisation. */
    public Operand<TFloat32> normalizedUpConvolution(String name, Operand<TFloat32> x, int channels) {
        WeightDeclaration kernel =
                new WeightDeclaration(name + "/kernel", WeightKind.KERNEL, 2, 2, channels, channels(x));
        return normalized(name, kernel, 2, WeightKind.GAMMA, weight -> spread(x, weight, channels));
    }

    /** 2x2 mean of stride 2, the pooling of DenseNet's transitions. */
    public Operand<TFloat32> averagePool(Operand<TFloat32> x) {
        checkEven(x);
        return tf.nn.avgPool(x, HALVING, HALVING, "VALID");
    }

    /** 2x2 maximum of stride 2. */
    public Operand<TFloat32> maxPool(Operand<TFloat32> x) {
        checkEven(x);
        return MaxPool.create(
                tf.scope(), x, tf.constant(new int[] {1, 2, 2, 1}), tf.constant(new int[] {1, 2, 2, 1}), "VALID");
    }

    private static void checkEven(Operand<TFloat32> x) {
        Shape shape = checked(x);
        if (shape.get(1) % 2 != 0 || shape.get(2) % 2 != 0) {
            throw new EngineException("Cannot halve " + shape.get(2) + "x" + shape.get(1)
                    + " pixels: width and height must be multiples of the network's stride.");
        }
    }

    /** Concatenation along the channels. */
    public Operand<TFloat32> concat(List<Operand<TFloat32>> parts) {
        return parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(3));
    }

    /** Number of channels of an NHWC tensor. */
    public static int channels(Operand<TFloat32> x) {
        return (int) checked(x).get(3);
    }

    /** Batch, height, width and channels of an NHWC tensor. */
    public static int[] extents(Operand<TFloat32> x) {
        Shape shape = checked(x);
        return new int[] {(int) shape.get(0), (int) shape.get(1), (int) shape.get(2), (int) shape.get(3)};
    }

    /**
     * A linear layer followed by batch normalisation.
     *
     * @param outputAxis axis of the kernel that counts output channels
     */
    abstract Operand<TFloat32> normalized(
            String name, WeightDeclaration kernel, int outputAxis, WeightKind gamma, LinearLayer layer);

    /** Applies a kernel to the layer's input. */
    interface LinearLayer {
        Operand<TFloat32> apply(Operand<TFloat32> kernel);
    }

    private Operand<TFloat32> convolve(Operand<TFloat32> x, Operand<TFloat32> kernel, List<Long> strides) {
        return Conv2d.create(tf.scope(), x, kernel, strides, "SAME");
    }

    /** The transposed 2x2 convolution of stride 2. */
    private Operand<TFloat32> spread(Operand<TFloat32> x, Operand<TFloat32> kernel, int channels) {
        int[] extents = extents(x);
        Operand<TInt32> size = tf.constant(new int[] {extents[0], extents[1] * 2, extents[2] * 2, channels});
        return tf.nn.conv2dBackpropInput(size, kernel, x, HALVING, "SAME");
    }

    private static Shape checked(Operand<TFloat32> x) {
        Shape shape = x.asOutput().shape();
        if (shape.numDimensions() != 4 || shape.hasUnknownDimension()) {
            throw new EngineException("A layer needs an NHWC tensor of known size, not " + shape + ".");
        }
        return shape;
    }
}
