#!/usr/bin/env python3
"""Computes the examples of a folder anew, from the formulas in float64, and prints how far they are from what is in them.

Needs: pip install numpy safetensors
Usage: compare.py FOLDER (with the examples; run makes them and calls this)

The exit status is 1 if a difference is above the limit.
"""
import pathlib
import sys

import numpy as np
from safetensors import safe_open

from blocks import BLOCKS
from layers import Weights, softmax
from networks import Network

LIMIT = 1e-5
STEP = 1e-7  # of the differences that stand for a derivative: small, so that no ReLU passes its kink

BLOCK_COLUMNS = ["Y", "D", "P", "gradients", "largest Y"]
NETWORK_COLUMNS = ["probabilities", "logits", "features", "gradients", "largest logit", "largest feature"]


def read(path):
    with safe_open(path, "numpy") as file:
        arrays = {name: file.get_tensor(name) for name in file.keys()}
        return file.metadata(), {name: array.astype(np.float64) for name, array in arrays.items()}


def difference(what, found, expected):
    """The largest difference of any value; nothing where both have none."""
    if found is None and expected is None:
        return None
    if found is None or expected is None or found.shape != expected.shape:
        raise SystemExit(f"{what}: {np.shape(found)} in the example, {np.shape(expected)} by the formula")
    return np.abs(found - expected).max()


def gradient_difference(output, arrays):
    """The largest difference of a derivative along a random direction, one for each array that the example has a gradient
    of, relative to the lengths of gradient and direction. Gradients that are nearly 0 are relative to the usual ones."""
    random = np.random.default_rng(1)
    gradients = {n.removeprefix("gradient/"): a for n, a in arrays.items() if n.startswith("gradient/")}
    usual = np.median([np.sqrt(np.mean(gradient**2)) for gradient in gradients.values()])
    differences = []
    for name, gradient in gradients.items():
        direction = random.standard_normal(gradient.shape)
        above, below = (
            np.sum(output({**arrays, name: arrays[name] + step * direction}) * arrays["mix"]) for step in (STEP, -STEP)
        )
        error = np.sum(gradient * direction) - (above - below) / (2 * STEP)
        length = max(np.linalg.norm(gradient), usual * np.sqrt(gradient.size)) * np.linalg.norm(direction)
        differences.append(abs(error) / length)
    return max(differences)


def compare_block(metadata, arrays):
    def results(changed):
        w = Weights(changed, metadata["mode"] == "training", "a/")
        inputs = [changed[name] for name in ("x", "query", "residual") if name in changed]
        return BLOCKS[metadata["block"]](w, *inputs)

    y, d, p = results(arrays)
    return {
        "Y": difference("Y", arrays["y"], y),
        "D": difference("D", arrays.get("d"), d),
        "P": difference("P", arrays.get("p"), p),
        "gradients": gradient_difference(lambda changed: results(changed)[0], arrays),
        "largest Y": np.abs(y).max(),
    }


def compare_network(metadata, arrays):
    def network(changed):
        w = Weights(changed, metadata["mode"] == "training")
        sizes = int(metadata["depth"]), int(metadata["layers"])
        return Network(w, metadata["backbone"], metadata["attention"], *sizes)

    def features(changed):
        return np.concatenate(network(changed).features(changed["x"]), axis=3)

    if metadata["mode"] == "training":
        expected = features(arrays)
        return {
            "features": difference("features", arrays["y"], expected),
            "gradients": gradient_difference(features, arrays),
            "largest feature": np.abs(expected).max(),
        }
    logits = network(arrays).logits(arrays["x"])
    return {
        "probabilities": difference("probabilities", arrays["y"], softmax(logits)),
        "logits": difference("logits", centred(np.log(arrays["y"])), centred(logits)),
        "largest logit": np.abs(centred(logits)).max(),
    }


def centred(logits):
    """Probabilities tell the logits but for a shift of each pixel's."""
    return logits - logits.mean(axis=3, keepdims=True)


def compare(folder):
    """Two tables, each a line by name with the largest value of each column over its examples; and what is above the limit."""
    blocks, networks, above = {}, {}, []
    for path in sorted(pathlib.Path(folder).glob("*.safetensors")):
        metadata, arrays = read(path)
        if "block" in metadata:
            table, name, differences = blocks, metadata["block"], compare_block(metadata, arrays)
        else:
            table, name = networks, f"{metadata['backbone']}, {metadata['attention']}".removesuffix(", none@bottleneck")
            differences = compare_network(metadata, arrays)
        line = table.setdefault(name, {})
        for column, value in differences.items():
            if value is not None:
                line[column] = max(value, line.get(column, 0))
                if not column.startswith("largest") and not value <= LIMIT:
                    above.append(f"{path.name}: {column} differ by {value:.1e}")
    return blocks, networks, above


def shown(column, value):
    if value is None:
        return ""
    return f"{value:.1f}" if column.startswith("largest") else f"{value:.1e}"


def print_table(head, columns, table):
    print(f"| {' | '.join([head, *columns])} |")
    print("|" + "---|" * (len(columns) + 1))
    for name, line in table.items():
        values = [shown(column, line.get(column)) for column in columns]
        print(f"| {' | '.join([name, *values])} |")
    print()


def main(folder):
    blocks, networks, above = compare(folder)
    if not blocks or not networks:
        sys.exit(f"{folder} does not have the examples")
    print_table("block", BLOCK_COLUMNS, blocks)
    print_table("network", NETWORK_COLUMNS, networks)
    if above:
        sys.exit(f"Above {LIMIT}:\n" + "\n".join(above))
    print(f"All differences are below {LIMIT}.")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
