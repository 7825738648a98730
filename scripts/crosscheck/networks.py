"""The networks of docs/networks.md and docs/attention.md in NumPy: convolutions with their normalisation unfolded."""
import numpy as np

from blocks import BLOCKS
from layers import cells, convolution, normalised, projection, relu, transposed_convolution


class Network:
    """A network from image to features, and on to logits.

    attention: as users write it, "joint:competitive@bottleneck,skip1".
    """

    def __init__(self, w, backbone, attention, depth, layers):
        self.w = w
        self.backbone, _, self.variant = backbone.partition(":")
        self.block, _, places = attention.partition("@")
        self.places = places.split(",")
        self.depth = depth
        self.layers = layers

    def logits(self, image):
        features = self.features(image)
        heads = ["head" if coarser == 0 else f"head{coarser}" for coarser in reversed(range(len(features)))]
        return np.mean([projection(self.w.below(head), x) for head, x in zip(heads, features)], axis=0)

    def features(self, image):
        """All that have classes of their own, the finest last."""
        features = getattr(self, self.backbone)(image)
        return features if self.variant == "deep" else [features]

    def attend(self, place, x, query=None):
        if self.block == "none" or place not in self.places:
            return x
        w = self.w.below(f"{place}/attention")
        return (BLOCKS[self.block](w, x, query) if self.block == "gate" else BLOCKS[self.block](w, x))[0]

    def linear(self, name, x, stride=1):
        w = self.w.below(name)
        return normalised(w, convolution(x, w["kernel"], stride))

    def convolved(self, name, x):
        return relu(self.linear(name, x))

    def up(self, name, x):
        w = self.w.below(name)
        return normalised(w, transposed_convolution(x, w["kernel"]))

    def stack(self, name, x):
        for layer in range(self.layers):
            x = self.convolved(f"{name}/layer{layer}", x)
        return x

    def encoded(self, image):
        """Stacked convolutions of each level, 2x2 maxima between them."""
        levels = [self.stack("encoder0" if self.depth else "bottleneck", image)]
        for level in range(1, self.depth + 1):
            name = f"encoder{level}" if level < self.depth else "bottleneck"
            levels.append(self.stack(name, cells(levels[-1], np.max)))
        return levels

    def unet(self, image):
        *skips, x = self.encoded(image)
        x = self.attend("bottleneck", x)
        for level in reversed(range(self.depth)):
            up = relu(self.up(f"decoder{level}/up", x))
            skip = self.attend(f"skip{level}", skips[level], x)
            x = self.stack(f"decoder{level}", np.concatenate([up, skip], axis=3))
        return x

    def unetplusplus(self, image):
        """X(i, j) = H([X(i, 0), ..., X(i, j - 1), U(X(i + 1, j - 1))])."""
        node = {}
        for level, x in enumerate(self.encoded(image)):
            node[level, 0] = self.attend(f"skip{level}" if level < self.depth else "bottleneck", x)
        for j in range(1, self.depth + 1):
            for i in range(self.depth - j + 1):
                up = relu(self.up(f"node{i}_{j}/up", node[i + 1, j - 1]))
                before = [node[i, k] for k in range(j)]
                node[i, j] = self.stack(f"node{i}_{j}", np.concatenate(before + [up], axis=3))
        return [node[0, j] for j in range(1, self.depth + 1)] if self.variant == "deep" else node[0, self.depth]

    def dense(self, name, x):
        """Each layer sees all before it; all are the result."""
        for layer in range(self.layers):
            x = np.concatenate([x, self.convolved(f"{name}/layer{layer}", x)], axis=3)
        return x

    def denseunet(self, image):
        x = self.convolved("stem", image)
        skips = []
        for level in range(self.depth):
            skips.append(self.dense(f"encoder{level}", x))
            x = cells(self.convolved(f"encoder{level}/transition", skips[-1]), np.mean)
        x = self.attend("bottleneck", self.dense("bottleneck", x))
        for level in reversed(range(self.depth)):
            up = relu(self.up(f"decoder{level}/up", x))
            skip = self.attend(f"skip{level}", skips[level], x)
            x = self.dense(f"decoder{level}", self.convolved(f"decoder{level}/fuse", np.concatenate([up, skip], axis=3)))
        return x

    def residual(self, name, x):
        y = x
        for layer in range(self.layers - 1):
            y = self.convolved(f"{name}/layer{layer}", y)
        return relu(x + self.linear(f"{name}/layer{self.layers - 1}", y))

    def nonlocalunet(self, image):
        levels = [self.residual("encoder0", self.convolved("stem", image))]
        for level in range(1, self.depth + 1):
            above = levels[-1]
            name = f"encoder{level}" if level < self.depth else "bottom"
            y = self.linear(f"{name}/layer0", above, stride=2)
            for layer in range(1, self.layers):
                y = self.linear(f"{name}/layer{layer}", relu(y))
            y = y + self.linear(f"{name}/shortcut", above, stride=2)
            if level == self.depth:
                y = BLOCKS["aggregation:down"](self.w.below("bottom/down"), above, y)[0]
            levels.append(relu(y))
        *skips, x = levels
        x = relu(BLOCKS["aggregation:same"](self.w.below("bottom/aggregation"), x)[0])
        x = self.attend("bottleneck", x)
        for level in reversed(range(self.depth)):
            y = self.up(f"decoder{level}/up", x)
            if level == self.depth - 1:
                y = BLOCKS["aggregation:up"](self.w.below(f"decoder{level}/aggregation"), x, y)[0]
            x = self.residual(f"decoder{level}", y + self.attend(f"skip{level}", skips[level], x))
        return x
