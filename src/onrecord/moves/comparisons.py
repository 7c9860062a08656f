"""Comparisons between proposals: "would fall well short of the ceasefire Ukraine has sought"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.record import Move, Reason

_COMPARED = re.compile(
    r"\b(?:(?:fall|falls|fell|falling|stop|stops|stopped) (?:\w+ )?short of|"
    r"(?:be |is |was |much |far )?(?:less|more|weaker|narrower) than|"
    r"(?:goes|go|went) (?:\w+ )?(?:beyond|further than)|in place of|instead of)\b",
    re.IGNORECASE,
)
_PUT = frozenset({"offer", "demand", "condition", "concession", "acceptance", "promise"})
_BEFORE, _AFTER = 400, 160  # characters to what is compared and to what it is compared with


def comparisons(text: str, moves: Sequence[Move]) -> Iterator[Reason]:
    """A reason for each of two moves that the text compares, which names the other."""
    for match in _COMPARED.finditer(text):
        before = [
            m for m in moves if m.kind in _PUT and 0 <= match.start() - m.terms[0].end <= _BEFORE
        ]
        after = [
            m for m in moves if m.kind in _PUT and 0 <= m.terms[0].start - match.end() <= _AFTER
        ]
        if not before or not after:
            continue
        one = max(before, key=lambda m: m.terms[0].end)
        nearest = min(m.terms[0].start for m in after)
        for other in (m for m in after if m.terms[0].start == nearest and m.id != one.id):
            words = match.group()
            yield Reason(one.id, one.article, "comparison", f"“{words}” the terms of {other.id}")
            yield Reason(
                other.id, other.article, "comparison", f"{one.id} is said to “{words}” its terms"
            )


__all__ = ["comparisons"]
