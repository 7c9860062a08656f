"""A second look at each pair, knowing how likely all other pairs are.

Two mentions that a third speaks for, or that have the same neighbours, are the likelier one
event, whatever their own words (stacking after Wolpert 1992).
"""

from __future__ import annotations

import numpy as np

from onrecord.crisis.coreference.likeness import Matrix

NEIGHBOURS: tuple[str, ...] = (
    "probability",
    "log odds",
    "best third",
    "shared neighbours",
    "share of neighbours",
    "fewer neighbours",
    "more neighbours",
    "rank",
)


def neighbour_features(likely: Matrix) -> Matrix:
    """What the probabilities of all pairs say of each: n x n x len(NEIGHBOURS); O(n^3).

    Args:
        likely: symmetric probabilities.
    """
    count = len(likely)
    own = likely.astype(np.float32)
    np.fill_diagonal(own, 0)
    best = np.zeros((count, count), dtype=np.float32)
    shared = np.zeros((count, count), dtype=np.float32)
    for number in range(count):
        through = np.minimum(own[number][None, :], own)
        best[number], shared[number] = through.max(axis=1), through.sum(axis=1)
    bounded = np.clip(own, 1e-4, 1 - 1e-4)
    sums = own.sum(axis=1)
    union = np.add.outer(sums, sums) - shared
    rank = np.argsort(np.argsort(-own, axis=1), axis=1) / max(1, count)
    return np.stack(
        [
            own,
            np.log(bounded / (1 - bounded)),
            best,
            shared,
            shared / (union + 1e-6),
            np.minimum.outer(sums, sums),
            np.maximum.outer(sums, sums),
            np.minimum(rank, rank.T),
        ],
        axis=-1,
    ).astype(np.float32)
