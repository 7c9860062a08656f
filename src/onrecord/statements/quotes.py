"""Quotations and their cues: which stretch in quotation marks belongs to which cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Pieces, joined

if TYPE_CHECKING:
    from onrecord.language.quotations import Quotation
    from onrecord.language.reading import Reading

_BETWEEN = " \t\u00a0,:;.-–—"
_SPEECH_WORDS = 6  # a quotation of as many words is speech, not a word or a title in marks


def outer_quotations(reading: Reading) -> list[Quotation]:
    """The quotations of the body that stand in no other."""
    return [q for q in reading.quotations if q.depth == 0 and reading.in_body(q.start)]


def quotations_within(
    reading: Reading, start: int, end: int, quotations: Sequence[Quotation]
) -> Sequence[Quotation]:
    """Those of ``quotations`` (in order) that may touch the stretch: from its paragraph on."""
    block = reading.block_at(start)
    first = bisect_left(quotations, block.start if block else start, key=lambda q: q.start)
    last = bisect_left(quotations, end, key=lambda q: q.start)
    return quotations[first:last]


def with_quotations(
    reading: Reading, content: Pieces, clause: tuple[int, int], quotations: list[Quotation]
) -> Pieces:
    """``content`` with every quotation that it touches taken in whole.

    A quotation that holds the cue (``clause``) itself is left alone: there the cue is part of
    what is quoted.
    """
    grown = list(content)
    for quotation in quotations:
        if quotation.start <= clause[0] and clause[1] <= quotation.end:
            continue
        touches = any(
            start < quotation.inner_end and quotation.inner_start < end for start, end in content
        )
        if touches and not (quotation.start < clause[1] and clause[0] < quotation.end):
            grown.append((quotation.start, quotation.end))
    return joined(grown, reading.article.text)


def beside(
    reading: Reading, clause: tuple[int, int], quotations: list[Quotation], *, after: bool
) -> Quotation | None:
    """The quotation that stands right before the cue's clause, or right after it."""
    text = reading.article.text
    block = reading.block_at(clause[0])
    if block is None:
        return None
    for quotation in quotations:
        if not block.start <= quotation.start < block.end:
            continue
        if after:
            gap = text[clause[1] : quotation.start] if quotation.start >= clause[1] else None
        else:
            gap = text[quotation.end : clause[0]] if quotation.end <= clause[0] else None
        if gap is None or gap.strip(_BETWEEN):
            continue
        if "." in gap and not (after and stands_alone(reading, quotation)):
            continue
        return quotation
    return None


def words_in(text: str) -> int:
    """How many words ``text`` has."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def is_speech(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation looks like speech: whole sentences, not a word or title in marks."""
    inner = reading.article.text[quotation.inner_start : quotation.inner_end].strip()
    if not inner:
        return False
    ends = inner[-1] in ".,?!…—-" or not quotation.closed
    opens = inner[0].isupper() or inner[0] in "…[(" or inner[:2] == ".."
    return (opens and ends and words_in(inner) >= 2) or words_in(inner) >= _SPEECH_WORDS


def stands_alone(reading: Reading, quotation: Quotation) -> bool:
    """Whether nothing but quotations stands between the sentence's start and its end here."""
    text = reading.article.text
    block = reading.block_at(quotation.start)
    if block is None:
        return False
    before = text[block.start : quotation.start].rstrip()
    opens = not before or before[-1] in '.?!”"’»:'
    inner = text[quotation.inner_start : quotation.inner_end].rstrip()
    after = text[quotation.end : block.end].lstrip()
    ends = (inner[-1:] in ".?!…" and (not after or after[0].isupper() or after[0] in '“"«„(')) or (
        not after.strip(".")
    )
    return opens and ends
