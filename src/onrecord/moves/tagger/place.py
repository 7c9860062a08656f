"""Where a candidate stands beside the terms: what the scorers of links are told first."""

from __future__ import annotations

from math import log1p

from onrecord.language.encoder import Window

_FAR = 64.0
PLACE = 7  # features


def place_beside(
    window: Window, terms: tuple[int, int], pieces: tuple[int, int]
) -> tuple[float, ...]:
    """Before, behind or inside, how far, and whether in the same paragraph.

    Args:
        window: both stand in it.
        terms, pieces: [first, last) of the terms and of the candidate.
    """
    first, last = terms
    begin, end = pieces
    before = begin < first
    gap = max(0, first - end if before else begin - last)
    return (
        before,
        begin >= last,
        first <= begin < last,
        min(gap, _FAR) / _FAR,
        log1p(gap) / 5.0,
        gap <= 2,
        window.paragraphs[begin] == window.paragraphs[first],
    )
