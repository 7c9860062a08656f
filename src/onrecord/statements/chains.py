"""Chains: which statement stands inside which."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution, Pieces, covered, holds
from onrecord.statements.grammar import tidy

if TYPE_CHECKING:
    from onrecord.language.reading import Reading


def parents(found: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the index of the innermost one whose content holds it, or None.

    A parent's content is always longer than its child's, so that chains never close on
    themselves. Time: n log n in the number of attributions, for contents of bounded length.
    """
    at = {one.anchor: index for index, one in enumerate(found)}
    order = sorted(range(len(found)), key=lambda i: found[i].content[0][0])
    starts = [found[i].content[0][0] for i in order]
    longest = max((one.content[-1][1] - one.content[0][0] for one in found), default=0)
    chain: list[int | None] = []
    for index, one in enumerate(found):
        if one.inside is not None:
            chain.append(at.get(one.inside))
            continue
        inner = one.cue or one.content
        first = bisect_left(starts, inner[0][0] - longest)
        last = bisect_right(starts, inner[0][0])
        near = [i for i in order[first:last] if i != index]
        chain.append(_innermost(found, one, near))
    return chain


def _innermost(found: Sequence[Attribution], child: Attribution, near: Sequence[int]) -> int | None:
    size = covered(child.content)
    inside = child.cue or child.content
    best, best_size = None, 0
    for index in near:
        other_size = covered(found[index].content)
        if other_size <= size or not holds(found[index].content, inside):
            continue
        if best is None or other_size < best_size:
            best, best_size = index, other_size
    return best


def without_accounts(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """ "He told them that it was over, according to two aides": the aides' word for all of it.

    What stands inside an account does not hold the words that say whose account it is.
    """
    result = list(found)
    for account in found:
        if account.rule != "according-to" or not account.source:
            continue
        phrase = account.cue[0][0], account.source[-1][1]
        for index, one in enumerate(result):
            if one is account or not holds(account.content, one.cue or one.content):
                continue
            content = _outside(reading, one.content, phrase)
            source = _outside(reading, one.source, phrase)
            if content and (content, source) != (one.content, one.source):
                result[index] = replace(one, content=content, source=source)
    return result


def _outside(reading: Reading, stretches: Pieces, phrase: tuple[int, int]) -> Pieces:
    """``stretches`` without ``phrase``, those left alone that do not hold it."""
    found: list[tuple[int, int]] = []
    for start, end in stretches:
        if not (start < phrase[0] and phrase[1] <= end + 1):
            found.append((start, end))
            continue
        for first, last in ((start, phrase[0]), (phrase[1], end)):
            piece = tidy(reading.article.text, first, last) if first < last else None
            found += [piece] if piece is not None else []
    return tuple(found)
