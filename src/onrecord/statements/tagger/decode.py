"""From the encoder's scores to spans: the best legal sequence of labels (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.statements.tagger.pieces import LABELS

Floats = NDArray[np.float32]

_FORBIDDEN = np.float32(-1e4)


@dataclass(frozen=True)
class Found:
    """A span of a window.

    Attributes:
        role: 0 source, 1 cue, 2 content.
        first, last: [first, last) in pieces.
        sure: mean probability of its labels.
    """

    role: int
    first: int
    last: int
    sure: float


def _transitions() -> Floats:
    table = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for before, one in enumerate(LABELS):
        for after, other in enumerate(LABELS):
            if other.startswith("I-") and one[2:] != other[2:]:
                table[before, after] = _FORBIDDEN
    return table


class Decoder:
    """The best legal labels of a window: an I follows a B or I of its own role.

    Args:
        bias: added to the score of O; below 0 finds more, above 0 less.
    """

    def __init__(self, bias: float = 0.0) -> None:
        self._transitions = _transitions()
        self._bias = np.float32(bias)

    def labels(self, scores: Floats) -> list[int]:
        """The best sequence for ``scores`` (pieces x labels, log probabilities)."""
        scores = scores.copy()
        scores[:, 0] += self._bias
        best = scores[0].copy()
        best[2::2] = _FORBIDDEN
        back = np.zeros(scores.shape, np.int64)
        for step in range(1, len(scores)):
            through = best[:, None] + self._transitions
            back[step] = through.argmax(0)
            best = through.max(0) + scores[step]
        path = [int(best.argmax())]
        for step in range(len(scores) - 1, 0, -1):
            path.append(int(back[step, path[-1]]))
        return path[::-1]

    def spans(self, scores: Floats) -> list[Found]:
        """The spans of a window, in order."""
        labels = self.labels(scores)
        chances = np.exp(scores)
        return [
            Found(role, first, last, _sure(chances[first:last], role))
            for role, first, last in spans_of(labels)
        ]


def _sure(chances: Floats, role: int) -> float:
    return float(chances[:, [1 + 2 * role, 2 + 2 * role]].sum(1).mean())


def spans_of(labels: Sequence[int]) -> list[tuple[int, int, int]]:
    """Role, first and last piece of each span in a sequence of labels."""
    found: list[tuple[int, int, int]] = []
    for index, label in enumerate(labels):
        role, continues = divmod(label - 1, 2)
        if label == 0:
            continue
        if continues and found and found[-1][2] == index and found[-1][0] == role:
            found[-1] = (role, found[-1][1], index + 1)
        else:
            found.append((role, index, index + 1))
    return found
