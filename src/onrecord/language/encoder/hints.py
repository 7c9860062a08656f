"""The rules' word beside the encoder's: label scores moved by what the rules found.

The score of a label at a piece is the encoder's, plus for each distance d of at most ``REACH``
the weight of (d, the label that the rules give the piece d further on, the label). The weights
are learned with the encoder.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.language.encoder.pairs import Floats

REACH = 2


def shifted(hints: Sequence[int]) -> NDArray[np.int64]:
    """The hint of each piece's neighbours: distances x pieces; O beyond the edges."""
    padded = np.zeros(len(hints) + 2 * REACH, np.int64)
    padded[REACH : REACH + len(hints)] = hints
    return np.stack([padded[d : d + len(hints)] for d in range(2 * REACH + 1)])


def with_hints(scores: Floats, hints: Sequence[int], weights: Floats) -> Floats:
    """Log probabilities of the labels.

    Args:
        scores: the encoder's, pieces x labels.
        hints: the rules' label of each piece.
        weights: distances x labels of the rules x labels.
    """
    moved = scores.copy()
    for table, row in zip(weights, shifted(hints), strict=True):
        moved += table[row]
    highest = moved.max(1, keepdims=True)
    total = np.log(np.exp(moved - highest).sum(1, keepdims=True)) + highest
    return np.asarray(moved - total, np.float32)
