"""Layers in NumPy, float64, written from their definitions; all maps are batch x height x width x channels."""
import numpy as np

EPSILON = 1e-3  # added to the variance in batch normalisation


class Weights:
    """Arrays by name below a prefix, and whether normalisation is by the batch (training) or by moving statistics."""

    def __init__(self, arrays, training, prefix=""):
        self.arrays = arrays
        self.training = training
        self.prefix = prefix

    def __getitem__(self, name):
        return self.arrays[self.prefix + name]

    def __contains__(self, name):
        return self.prefix + name in self.arrays

    def below(self, name):
        return Weights(self.arrays, self.training, f"{self.prefix}{name}/")


def convolution(x, kernel, stride=1):
    """Sum over the taps of a kernel (height, width, in, out). What is missing for ceil(size / stride) outputs is zeros around x;
    where their number is odd, the one more is below and on the right."""
    height, width = x.shape[1:3]
    kernel_height, kernel_width = kernel.shape[:2]
    rows, columns = -(-height // stride), -(-width // stride)
    above, below = _margins(height, rows, kernel_height, stride)
    left, right = _margins(width, columns, kernel_width, stride)
    padded = np.pad(x, [(0, 0), (above, below), (left, right), (0, 0)])
    y = np.zeros((x.shape[0], rows, columns, kernel.shape[3]))
    for dy in range(kernel_height):
        for dx in range(kernel_width):
            taken = padded[:, dy : dy + stride * rows : stride, dx : dx + stride * columns : stride][:, :rows, :columns]
            y += np.einsum("bhwi,io->bhwo", taken, kernel[dy, dx])
    return y


def _margins(size, outputs, kernel, stride):
    missing = max(0, (outputs - 1) * stride + kernel - size)
    return missing // 2, missing - missing // 2


def transposed_convolution(x, kernel):
    """Stride 2: each position paints a 2x2 square of its own. Kernel (2, 2, out, in)."""
    batch, height, width = x.shape[:3]
    y = np.zeros((batch, 2 * height, 2 * width, kernel.shape[2]))
    for dy in range(2):
        for dx in range(2):
            y[:, dy::2, dx::2] = np.einsum("bhwi,oi->bhwo", x, kernel[dy, dx])
    return y


def normalised(w, x):
    """gamma (x - mean) / sqrt(variance + epsilon) + beta, for each channel."""
    if w.training:
        mean, variance = x.mean(axis=(0, 1, 2)), x.var(axis=(0, 1, 2))
    else:
        mean, variance = w["mean"], w["variance"]
    return w["gamma"] * (x - mean) / np.sqrt(variance + EPSILON) + w["beta"]


def relu(x):
    return np.maximum(x, 0)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    """Over the last axis."""
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def projection(w, x, stride=1):
    """A convolution with a bias."""
    return convolution(x, w["kernel"], stride) + w["bias"]


def cells(x, reduce):
    """A value for each 2x2 cell; cells at the lower and right edge may be cut."""
    rows, columns = -(-x.shape[1] // 2), -(-x.shape[2] // 2)
    return np.stack(
        [
            np.stack([reduce(x[:, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2], axis=(1, 2)) for j in range(columns)], axis=1)
            for i in range(rows)
        ],
        axis=1,
    )


def enlarged(x, height, width):
    """Bilinear: the centre of pixel i of n is at (i + 1/2) / n of the whole; beyond the outermost centres, their values."""
    return _along(_along(x, height, 1), width, 2)


def _along(x, size, axis):
    old = x.shape[axis]
    place = np.clip((np.arange(size) + 0.5) * old / size - 0.5, 0, old - 1)
    low = np.floor(place).astype(int)
    high = np.minimum(low + 1, old - 1)
    share = (place - low).reshape([-1 if i == axis else 1 for i in range(x.ndim)])
    return np.take(x, low, axis) * (1 - share) + np.take(x, high, axis) * share
