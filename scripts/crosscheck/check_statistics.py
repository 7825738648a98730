#!/usr/bin/env python3
"""Computes a comparison's paired differences once more, from the scores of its images, and compares: a check for people.

Mean differences must agree to 1e-9, exact p values (up to 16 images) too. Ends of intervals and other p values are random
draws: the share of bootstrap means beyond an end may differ from 0.025 by 0.012 (a share, not a length: where one image
counts for most, the means come in lumps, and an end may lie anywhere between two), and p by 0.03 (SciPy also doubles the
smaller tail). Classes that were missed altogether are counted again, too. The exit status is 1 where one does not agree.

Prints, beside that, p of the differences of Dice by the seeds alone (two-sided t-test, not corrected), which the report has not.

Needs: pip install numpy scipy
Usage: check_statistics.py FOLDER/report   (that has scores.csv, differences.csv and summary.csv)
"""
import csv
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.stats import permutation_test, ttest_1samp

DRAWS = 4000


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def images(scores, metric):
    """data, backbone, attention -> seed -> image -> mean over classes"""
    values = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in scores:
        if row[metric]:
            network = row["data"], row["backbone"], row["attention"]
            values[network][row["seed"]][row["image"], row["slice"]].append(float(row[metric]))
    return values


def paired(network, reference):
    seeds = sorted(set(network) & set(reference))
    names = sorted(set.intersection(*(set(n[s]) for n in (network, reference) for s in seeds)))
    return np.array([[np.mean(network[s][i]) - np.mean(reference[s][i]) for i in names] for s in seeds])


def bootstrap(differences, random):
    seeds, count = differences.shape
    means = []
    for _ in range(DRAWS):
        drawn = differences[random.integers(seeds, size=seeds)]
        means.append(drawn[:, random.integers(count, size=count)].mean())
    return np.array(means)


def tail_error(means, end):
    """By how much the share of the means below the end misses 0.025; ties count for whichever side is nearer."""
    rounding = 1e-12 + 1e-9 * abs(end)
    least, most = np.mean(means < end - rounding), np.mean(means <= end + rounding)
    return max(least - 0.025, 0.025 - most, 0.0)


def miscounted(scores, summary):
    """How many networks have other numbers of missed classes than their scores say."""
    counts = defaultdict(lambda: [0, 0, 0])
    for row in scores:
        tp, fp, fn = (int(row[key]) for key in ("tp", "fp", "fn"))
        if tp + fn > 0:
            count = counts[row["data"], row["backbone"], row["attention"]]
            for place, holds in enumerate((True, tp == 0, tp + fp == 0)):
                count[place] += holds
    names = ("objects", "not_hit", "not_drawn")
    return sum(
        [int(row[name]) for name in names] != counts[row["data"], row["backbone"], row["attention"]] for row in summary
    )


def main(folder):
    scores = rows(folder / "scores.csv")
    by_metric = {}
    random = np.random.default_rng(7)
    worst = {"difference": 0.0, "share beyond an end": 0.0, "exact p": 0.0, "random p": 0.0}
    compared = 0
    for row in rows(folder / "differences.csv"):
        if row["data"] == "mean":
            continue
        metric = row["metric"]
        if metric not in by_metric:
            by_metric[metric] = images(scores, metric)
        values = by_metric[metric]
        network = row["data"], row["backbone"], row["attention"]
        differences = paired(values[network], values[row["data"], row["backbone"], row["compared_with"]])
        means = bootstrap(differences, random)
        p = permutation_test(
            (differences.mean(axis=0),), np.mean, permutation_type="samples", n_resamples=20000, rng=random
        ).pvalue
        kind = "exact p" if differences.shape[1] <= 14 else "random p"
        off = {
            "difference": abs(differences.mean() - float(row["difference"])),
            "share beyond an end": max(tail_error(means, float(row["low"])), tail_error(-means, -float(row["high"]))),
            kind: abs(p - float(row["p"])),
        }
        for name, value in off.items():
            worst[name] = max(worst[name], value)
        if metric == "dice" and len(differences) > 1:
            by_seeds = ttest_1samp(differences.mean(axis=1), 0).pvalue
            print(f"{row['data']}, {row['attention']} to {row['compared_with']}: p by seeds {by_seeds:.3f}")
        compared += 1
    for name, value in worst.items():
        print(f"{name}: largest deviation {value:.2g}")
    wrong = miscounted(scores, rows(folder / "summary.csv"))
    print(f"{compared} differences compared; {wrong} networks with other numbers of missed classes")
    limits = {"difference": 1e-9, "share beyond an end": 0.012, "exact p": 1e-9, "random p": 0.03}
    if compared == 0 or wrong or any(worst[name] > limit for name, limit in limits.items()):
        sys.exit("check_statistics: a deviation is too large")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
