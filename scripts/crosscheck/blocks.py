"""The attention blocks of docs/attention.md in NumPy, each with its A = D + P as dense matrices.

A block is a function of weights and features (batch x height x width x channels) that returns Y, D (batch x N) and P
(batch x N x N, or queries x keys); D and P are None where there is none.
"""
import numpy as np

from layers import cells, convolution, enlarged, normalised, projection, relu, sigmoid, softmax, transposed_convolution

REACH = 32  # positions that a map of psa reaches in each direction, the own one counted


def rows(x):
    """X as batch x N x channels."""
    return x.reshape(x.shape[0], -1, x.shape[3])


def scaled_by(d, x):
    """diag(d) X."""
    return d[:, :, None] * rows(x)


def spatial_gate(w, x):
    """a = sigmoid(BN(conv7x7([max over channels; mean over channels])))."""
    pooled = np.stack([x.max(axis=3), x.mean(axis=3)], axis=3)
    gate = w.below("gate")
    return sigmoid(normalised(gate, convolution(pooled, gate["kernel"]))).reshape(x.shape[0], -1)


def gaussian(w, x):
    """S = softmax over each row of (X W_q)(X W_k)^T / sqrt(d)."""
    queries, keys = rows(x) @ w["query/kernel"], rows(x) @ w["key/kernel"]
    return softmax(np.einsum("bid,bjd->bij", queries, keys) / np.sqrt(queries.shape[2]))


def attended(w, x, a):
    """(A V) W_o with V = X W_v."""
    return np.einsum("bij,bjc->bic", a, rows(x) @ w["value/kernel"]) @ w["out/kernel"]


def diagonal(d):
    return np.einsum("bi,ij->bij", d, np.eye(d.shape[1]))


def pointwise(w, x):
    a = spatial_gate(w, x)
    return (rows(x) + w["gamma"] * scaled_by(a, x)).reshape(x.shape), a, None


def self_attention(w, x):
    p = gaussian(w, x)
    return (rows(x) + w["gamma"] * attended(w, x, p)).reshape(x.shape), None, p


def joint_additive(w, x):
    d = w["gamma_d"] * spatial_gate(w, x)
    p = w["gamma_p"] * gaussian(w, x)
    return (rows(x) + attended(w, x, diagonal(d) + p)).reshape(x.shape), d, p


def joint_competitive(w, x):
    d = spatial_gate(w, x)
    p = (1 - d)[:, :, None] * gaussian(w, x)
    return (rows(x) + w["gamma"] * attended(w, x, diagonal(d) + p)).reshape(x.shape), d, p


def sequential(w, x):
    near, d, _ = pointwise(w.below("pointwise"), x)
    y, _, p = self_attention(w.below("self"), near)
    return y, d, p


def channel_gate(w, x):
    """c = sigmoid(MLP(mean over positions) + MLP(max over positions)), one hidden layer with ReLU."""

    def perceptron(z):
        hidden = relu(z @ w["channel/hidden/kernel"] + w["channel/hidden/bias"])
        return hidden @ w["channel/out/kernel"] + w["channel/out/bias"]

    return sigmoid(perceptron(rows(x).mean(axis=1)) + perceptron(rows(x).max(axis=1)))


def cbam_channel(w, x):
    return x * channel_gate(w, x)[:, None, None, :], None, None


def cbam_spatial(w, x):
    d = spatial_gate(w, x)
    return scaled_by(d, x).reshape(x.shape), d, None


def cbam(w, x):
    return cbam_spatial(w, cbam_channel(w, x)[0])


def gate(w, x, query):
    """Attention U-Net: D = up(sigmoid(psi(ReLU(W_x X + up(W_g G)))))."""
    own = convolution(x, w["own/kernel"], stride=2)
    asked = enlarged(projection(w.below("query"), query), *own.shape[1:3])
    psi = sigmoid(projection(w.below("psi"), relu(own + asked)))
    d = enlarged(psi, *x.shape[1:3]).reshape(x.shape[0], -1)
    return scaled_by(d, x).reshape(x.shape), d, None


def _residual(w, x, taken):
    """X + BN(taken W_o)."""
    out = w.below("out")
    return x + normalised(out, convolution(taken.reshape(*x.shape[:3], -1), out["kernel"]))


def nonlocal_gaussian(w, x):
    p = gaussian(w, x)
    return _residual(w, x, p @ (rows(x) @ w["value/kernel"])), None, p


def nonlocal_dot(w, x):
    queries, keys = rows(x) @ w["query/kernel"], rows(x) @ w["key/kernel"]
    p = np.einsum("bid,bjd->bij", queries, keys) / queries.shape[1]
    return _residual(w, x, p @ (rows(x) @ w["value/kernel"])), None, p


def nonlocal_pooled(w, x):
    """Keys and values are the maxima of 2x2 cells. P is shown with each cell's value spread evenly over its positions."""
    height, width = x.shape[1:3]

    def pooled(name):
        return rows(cells((rows(x) @ w[name]).reshape(*x.shape[:3], -1), np.max))

    queries, keys = rows(x) @ w["query/kernel"], pooled("key/kernel")
    s = softmax(np.einsum("bid,bjd->bij", queries, keys) / np.sqrt(queries.shape[2]))
    sizes = rows(cells(np.ones((1, height, width, 1)), np.sum))[0, :, 0]
    cell = [(j // width // 2) * -(-width // 2) + j % width // 2 for j in range(height * width)]
    return _residual(w, x, s @ pooled("value/kernel")), None, (s / sizes)[:, :, cell]


def dual(w, x):
    """X + gamma_p softmax((X W_q)(X W_k)^T) X W_v + gamma_c X softmax(X^T X)^T."""
    queries, keys = rows(x) @ w["query/kernel"], rows(x) @ w["key/kernel"]
    p = w["gamma_p"] * softmax(np.einsum("bid,bjd->bij", queries, keys))
    channels = softmax(np.einsum("bic,bid->bcd", rows(x), rows(x)))
    among = np.einsum("bid,bcd->bic", rows(x), channels)
    y = rows(x) + np.einsum("bij,bjc->bic", p, rows(x) @ w["value/kernel"]) + w["gamma_c"] * among
    return y.reshape(x.shape), None, p


def encoded_offsets(height, width, frequencies):
    """r of i - j for all i and j: N x N x 4 frequencies."""
    y, x = np.divmod(np.arange(height * width), width)
    f = 1000.0 ** (-np.arange(frequencies) / frequencies)
    down = (y[:, None] - y[None, :])[:, :, None] * f
    across = (x[:, None] - x[None, :])[:, :, None] * f
    return np.concatenate([np.sin(down), np.sin(across), np.cos(down), np.cos(across)], axis=2)


def generalized(terms):
    """softmax(E1 + E2 + E3 + E4), each of them where the digit is 1."""

    def block(w, x):
        batch, height, width, channels = x.shape
        n = height * width
        e = np.zeros((batch, n, n))
        if terms[1] == "1" or terms[3] == "1":
            offsets = encoded_offsets(height, width, max(1, channels // 8)) @ w["position/kernel"]
        if terms[0] == "1":
            e += np.einsum("bid,bjd->bij", rows(x) @ w["query/kernel"], rows(x) @ w["key/kernel"])
        if terms[1] == "1":
            e += np.einsum("bid,ijd->bij", rows(x) @ w["query/kernel"], offsets)
        if terms[2] == "1":
            e += np.einsum("d,bjd->bj", w["key_only/kernel"][:, 0], rows(x) @ w["key/kernel"])[:, None, :]
        if terms[3] == "1":
            e += np.einsum("d,ijd->ij", w["position_only/kernel"][:, 0], offsets)
        p = softmax(e)
        return (rows(x) + w["gamma"] * attended(w, x, p)).reshape(x.shape), None, p

    return block


def psa_direction(w, x, collects):
    """P V and P: each position's features make a map of offsets, of which another position takes its value."""

    def layer(name, z):
        part = w.below(name)
        return relu(normalised(part, convolution(z, part["kernel"])))

    height, width = x.shape[1:3]
    n = height * width
    values = layer("value", x)
    hidden = rows(layer("hidden", values))
    maps = w["map/kernel"].reshape(-1, 2 * REACH - 1, 2 * REACH - 1)
    p = np.zeros((x.shape[0], n, n))
    for i in range(n):
        for j in range(n):
            of, to = (i, j) if collects else (j, i)
            dy, dx = to // width - of // width, to % width - of % width
            if abs(dy) < REACH and abs(dx) < REACH:
                p[:, i, j] = hidden[:, of] @ maps[:, REACH - 1 + dy, REACH - 1 + dx] / n
    return p @ rows(values), p


def psa(*directions):
    """Collect: row i is predicted from position i. Distribute: column j is predicted from position j."""

    def block(w, x):
        parts = [psa_direction(w.below(name), x, name == "collect") for name in directions]
        taken = np.concatenate([part[0] for part in parts], axis=2)
        y = rows(x) + w["gamma"] * (taken @ w["out/kernel"])
        return y.reshape(x.shape), None, np.mean([part[1] for part in parts], axis=0)

    return block


def aggregation(size):
    """R + softmax(Q K^T / sqrt d) V W_o, Q of the output's size, d as many channels as the output has."""

    def block(w, x, residual=None):
        residual = x if residual is None else residual
        query = w.below("query")
        if size == "up":
            queries = transposed_convolution(x, query["kernel"]) + query["bias"]
        else:
            queries = projection(query, x, stride=2 if size == "down" else 1)
        keys, values = rows(x) @ w["key/kernel"], rows(projection(w.below("value"), x))
        p = softmax(np.einsum("bid,bjd->bij", rows(queries), keys) / np.sqrt(residual.shape[3]))
        taken = (p @ values).reshape(residual.shape)
        return residual + projection(w.below("out"), taken), None, p

    return block


BLOCKS = {
    "pointwise": pointwise,
    "self": self_attention,
    "self:slim": self_attention,
    "joint": joint_additive,
    "joint:additive": joint_additive,
    "joint:competitive": joint_competitive,
    "joint:slim": joint_additive,
    "joint:competitive-slim": joint_competitive,
    "sequential": sequential,
    "sequential:slim": sequential,
    "cbam": cbam,
    "cbam:channel": cbam_channel,
    "cbam:spatial": cbam_spatial,
    "gate": gate,
    "nonlocal": nonlocal_gaussian,
    "nonlocal:pooled": nonlocal_pooled,
    "nonlocal:dot": nonlocal_dot,
    "dual": dual,
    "psa": psa("collect", "distribute"),
    "psa:collect": psa("collect"),
    "psa:distribute": psa("distribute"),
    "aggregation:same": aggregation("same"),
    "aggregation:down": aggregation("down"),
    "aggregation:up": aggregation("up"),
    **{f"generalized:{terms:04b}": generalized(f"{terms:04b}") for terms in range(1, 16)},
}
