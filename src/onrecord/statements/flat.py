"""The flat view of attributions: the outermost ones alone, as annotated corpora have them.

PolNeAR's attributions do not nest: a statement inside another's content is not annotated, and
neither is a bare noun ("his threat"). The tagger learns from such a corpus, so it is shown, and
measured on, what the rules find in the same shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.statements.attribution import Attribution, Pieces, covered, holds


@dataclass(frozen=True)
class Flat:
    """An attribution as three lots of [start, end) character offsets."""

    source: Pieces
    cue: Pieces
    content: Pieces


def flat(attributions: Sequence[Attribution]) -> list[Flat]:
    """The outermost attributions, quotations that run on joined to theirs."""
    return [view for _, view in outermost(attributions)]


def outermost(attributions: Sequence[Attribution]) -> list[tuple[Attribution, Flat]]:
    """The same with the attribution that each is the view of."""
    found: list[tuple[Attribution, Flat]] = []
    for one in attributions:
        if one.continues and found:
            first, last = found[-1]
            found[-1] = first, Flat(last.source, last.cue, (*last.content, *one.content))
        elif not (one.inside or "(bare)" in one.entry or _is_inner(one, attributions)):
            found.append((one, Flat(one.source, one.cue, one.content)))
    return found


def _is_inner(one: Attribution, attributions: Sequence[Attribution]) -> bool:
    inner, size = one.cue or one.content, covered(one.content)
    return any(
        other.voice != "outlet" and holds(other.content, inner) and covered(other.content) > size
        for other in attributions
    )
