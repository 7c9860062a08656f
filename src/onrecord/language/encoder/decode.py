"""From the encoder's scores to spans: the best legal sequence of labels (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.language.encoder.pairs import Floats

_FORBIDDEN = -1e4


@dataclass(frozen=True)
class Found:
    """A span of a window.

    Attributes:
        role: which of the roles that the labels tell apart, from 0.
        first, last: [first, last) in pieces.
        sure: mean probability of its labels.
    """

    role: int
    first: int
    last: int
    sure: float


class Decoder:
    """The best legal labels of a window: an I follows a B or I of its own role.

    Label 0 is O; role r has the labels 1 + 2r (B) and 2 + 2r (I).

    Args:
        roles: how many there are.
        bias: added to the score of O; below 0 finds more, above 0 less.
    """

    def __init__(self, roles: int, bias: float = 0.0) -> None:
        self._begins = range(1, 1 + 2 * roles, 2)
        self._bias = bias

    def labels(self, scores: Floats) -> list[int]:
        """The best sequence for ``scores`` (pieces x labels, log probabilities).

        All that is forbidden is an I behind another role, so the best way to an O or a B comes
        from the best label before, and the way to an I from one of two.
        """
        rows = scores.tolist()
        best = [*rows[0]]
        best[0] += self._bias
        best[2::2] = [_FORBIDDEN] * len(self._begins)
        back: list[list[int]] = []
        for row in rows[1:]:
            top = max(best)
            first = best.index(top)
            came = [first] * len(row)
            reached = [top + score for score in row]
            reached[0] += self._bias
            for begins in self._begins:
                inner = begins + 1
                came[inner] = begins if best[begins] >= best[inner] else inner
                reached[inner] = best[came[inner]] + row[inner]
            back.append(came)
            best = reached
        path = [best.index(max(best))]
        for came in reversed(back):
            path.append(came[path[-1]])
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
