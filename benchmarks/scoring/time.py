"""Time expressions scored as TempEval-3 task A does (UzZaman et al., SemEval 2013)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Timex(NamedTuple):
    """One annotated expression: offsets, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str | None


@dataclass
class Scores:
    """Counts over documents; the properties are F1 in per cent.

    ``strict`` counts spans with the same two ends, ``relaxed`` spans that overlap, matched one
    to one; ``type`` and ``value`` count relaxed matches whose type or value is the same string.
    """

    gold: int = 0
    predicted: int = 0
    right: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("strict", "relaxed", "type", "value"), 0)
    )

    def f1(self, measure: str) -> float:
        """F1 of a measure, in per cent."""
        total = self.gold + self.predicted
        return 200 * self.right[measure] / total if total else 0.0


def match(gold: Sequence[Timex], predicted: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """One-to-one pairs of overlapping expressions: same span first, then the longest overlap."""
    pairs = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            overlap = min(g.end, p.end) - max(g.start, p.start)
            if overlap > 0:
                same = (g.start, g.end) == (p.start, p.end)
                pairs.append((0 if same else 1, -overlap, i, j))
    chosen: list[tuple[Timex, Timex]] = []
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    for _, _, i, j in sorted(pairs):
        if i in free_gold and j in free_predicted:
            free_gold.remove(i)
            free_predicted.remove(j)
            chosen.append((gold[i], predicted[j]))
    return chosen


def score(gold: Mapping[str, Sequence[Timex]], predicted: Mapping[str, Sequence[Timex]]) -> Scores:
    """The counts over all documents of ``gold``; a missing prediction is an empty one."""
    scores = Scores()
    for name, expected in gold.items():
        found = predicted.get(name, ())
        scores.gold += len(expected)
        scores.predicted += len(found)
        for g, p in match(expected, found):
            scores.right["relaxed"] += 1
            scores.right["strict"] += (g.start, g.end) == (p.start, p.end)
            scores.right["type"] += g.type == p.type
            scores.right["value"] += g.value == p.value
    return scores
