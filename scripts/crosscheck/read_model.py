#!/usr/bin/env python3
"""Reads a model file without this program's code and prints what is in it: a check for people.

Needs: pip install safetensors numpy pyyaml
Usage: read_model.py MODEL.zip
"""
import hashlib
import sys
import zipfile

import yaml
from safetensors.numpy import load


def main(path):
    with zipfile.ZipFile(path) as archive:
        rdf = yaml.safe_load(archive.read("rdf.yaml"))
        data = archive.read("weights.safetensors")
    ours = rdf["config"]["joint_attention"]
    print(f"{rdf['name']}: {ours['backbone']}, attention {ours['attention']}")
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 != ours["weights"]["sha256"]:
        sys.exit(f"{path}: SHA-256 {sha256} of the weights is not that of rdf.yaml")
    weights = load(data)
    for name, array in weights.items():
        print(f"{name}\t{array.dtype}\t{array.shape}\tsum {array.sum():.6g}")
    print(f"{len(weights)} weights, {sum(array.size for array in weights.values())} values, SHA-256 as declared")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
