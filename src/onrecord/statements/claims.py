"""A quotation belongs to the cue that it leans on, and to no other.

"He said he would stay: "We are winning," said Aliyev": the comma inside the marks leads to the
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
        rivals = [i for i, one in enumerate(result) if _is_rival(result[owner], one, stretch)]
        if not rivals:
            continue
        content = joined([*result[owner].content, *stretch], text)
        result[owner] = replace(result[owner], content=content)
        for index in sorted(rivals, reverse=True):
            rest = _before(reading, result[index].content, quotation)
            if rest:
                result[index] = replace(result[index], content=rest)
            else:
                del result[index]
                owner -= index < owner
    return result


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


def _is_rival(owner: Attribution, one: Attribution, stretch: Pieces) -> bool:
    """Whether ``one`` has a cue before the quotation and takes it, but not what is behind it."""
    if one is owner or not one.cue or not shared(one.content, stretch):
        return False
    before = one.cue[-1][1] <= stretch[0][0]
    return before and not holds(one.content, owner.cue)


def _before(reading: Reading, content: Pieces, quotation: Quotation) -> Pieces:
    text = reading.article.text
    kept = [tidy(text, s, min(e, quotation.start)) for s, e in content if s < quotation.start]
    return tuple(piece for piece in kept if piece is not None)
