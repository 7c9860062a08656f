"""Chains: which statement stands inside which."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.statements.attribution import Attribution, covered, holds


def parents(found: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the index of the innermost one whose content holds it, or None.

    A parent's content is always longer than its child's, so that chains never close on
    themselves.
    """
    at = {one.anchor: index for index, one in enumerate(found)}
    return [
        at.get(one.inside) if one.inside is not None else _parent(found, index)
        for index, one in enumerate(found)
    ]


def _parent(found: Sequence[Attribution], index: int) -> int | None:
    child = found[index]
    size = covered(child.content)
    inside = child.cue or child.content
    best, best_size = None, 0
    for other_index, other in enumerate(found):
        if other_index == index or not holds(other.content, inside):
            continue
        other_size = covered(other.content)
        if other_size > size and (best is None or other_size < best_size):
            best, best_size = other_index, other_size
    return best
