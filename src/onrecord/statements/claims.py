"""A quotation belongs to the cue that it leans on, and to no other.

"He said he would stay: "We are winning," said Orsini": the comma inside the marks leads to the
second cue; the first one's words end before the quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution, Pieces, holds, joined, shared
from onrecord.statements.grammar import tidy
from onrecord.statements.quotes import is_speech, outer_quotations

if TYPE_CHECKING:
    from onrecord.language.quotations import Quotation
    from onrecord.language.reading import Reading

_REACH = 120  # characters behind a quotation within which its cue begins
_BETWEEN = " ,\n\u00a0"


def to_their_cues(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """``found`` with each quotation that ends in a comma given to the cue right behind it."""
    result = list(found)
    text = reading.article.text
    for quotation in outer_quotations(reading):
        inner = text[quotation.inner_start : quotation.inner_end].rstrip()
        if inner[-1:] != "," or not is_speech(reading, quotation):
            continue
        owner = _owner(reading, result, quotation)
        if owner is None:
            continue
        stretch: Pieces = ((quotation.start, quotation.end),)
        rivals = [
            i
            for i, one in enumerate(result)
            if _is_rival(result[owner], one, stretch, _follows_colon(reading, quotation))
        ]
        if not rivals:
            continue
        if not _follows_colon(reading, quotation):
            _take_whole(reading, result, owner, min(result[i].start for i in rivals), quotation)
            continue
        own = [p for p in result[owner].content if p[0] >= quotation.start]
        content = joined([*own, *stretch], text)
        result[owner] = replace(result[owner], content=content)
        for index in sorted(rivals, reverse=True):
            rest = _before(reading, result[index].content, quotation)
            if rest:
                result[index] = replace(result[index], content=rest)
            else:
                del result[index]
                owner -= index < owner
    return result


def _take_whole(
    reading: Reading, found: list[Attribution], owner: int, start: int, quotation: Quotation
) -> None:
    """ "The group asked for “a full truce,” he added": he said that the group asked for it."""
    one = found[owner]
    sentence = reading.tokens(quotation.start, quotation.end)[0].sent
    if sentence.start_char <= start and not shared(
        one.content, ((quotation.start, quotation.end),)
    ):
        content = joined([*one.content, (start, quotation.end)], reading.article.text)
        found[owner] = replace(one, content=content)


def _owner(reading: Reading, found: Sequence[Attribution], quotation: Quotation) -> int | None:
    """The attribution whose cue and source stand right behind the quotation."""
    text = reading.article.text
    for index, one in enumerate(found):
        if one.rule != "cue-verb" or not one.cue or not one.source:
            continue
        if not quotation.end <= one.cue[0][0] < quotation.end + _REACH:
            continue
        first = min(start for start, _ in (*one.source, *one.cue))
        if first < quotation.end:
            continue  # "defended “old values,” saying that ..."
        if not text[quotation.end : first].strip(_BETWEEN):
            return index
    return None


def _follows_colon(reading: Reading, quotation: Quotation) -> bool:
    return reading.article.text[: quotation.start].rstrip().endswith(":")


def _is_rival(owner: Attribution, one: Attribution, stretch: Pieces, colon: bool) -> bool:
    """Whether ``one`` has a cue before the quotation and takes it, but not what is behind it."""
    if one is owner or not one.cue:
        return False
    before = one.cue[-1][1] <= stretch[0][0]
    if not shared(one.content, stretch):  # "He said he would stay: | “We are winning,” said Orsini"
        return before and colon and holds(owner.content, one.cue)
    nested = holds(one.content, owner.cue) or (not colon and holds(owner.content, one.cue))
    return before and not nested


def _before(reading: Reading, content: Pieces, quotation: Quotation) -> Pieces:
    text = reading.article.text
    kept = [tidy(text, s, min(e, quotation.start)) for s, e in content if s < quotation.start]
    return tuple(piece for piece in kept if piece is not None)
