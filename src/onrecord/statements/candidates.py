"""All candidate attributions of a reading, rule by rule, tidied into one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution, covered, holds, joined, shared
from onrecord.statements.continuation import continued
from onrecord.statements.nouns import adjective_attributions, noun_attributions
from onrecord.statements.outlet import according_attributions, outlet_attributions
from onrecord.statements.quotes import outer_quotations
from onrecord.statements.verbs import verb_attributions

if TYPE_CHECKING:
    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues


def candidates(reading: Reading, cues: Cues) -> list[Attribution]:
    """What the rules find, in the order of the text, each attribution once."""
    found = sorted(_all(reading, cues), key=lambda a: (a.anchor, a.start, a.rule))
    found = _once(found)
    found = continued(reading, found)
    return _outlets_own(found)


def _all(reading: Reading, cues: Cues) -> Iterator[Attribution]:
    quotations = outer_quotations(reading)
    for sentence in reading.sentences():
        idioms = _idioms(cues, sentence.text.lower(), sentence.start_char)
        for found in (
            *verb_attributions(reading, cues, sentence, quotations),
            *noun_attributions(reading, cues, sentence, quotations),
            *adjective_attributions(reading, cues, sentence, quotations),
            *according_attributions(reading, cues, sentence, quotations),
            *outlet_attributions(reading, cues, sentence),
        ):
            if not any(start <= found.anchor[0] < end for start, end in idioms):
                yield found


def _idioms(cues: Cues, text: str, offset: int) -> list[tuple[int, int]]:
    """Where set phrases stand that attribute nothing."""
    found = []
    for phrase in cues.idioms:
        at = text.find(phrase)
        while at != -1:
            found.append((offset + at, offset + at + len(phrase)))
            at = text.find(phrase, at + 1)
    return found


def _once(found: list[Attribution]) -> list[Attribution]:
    """One attribution a cue: where two rules share cue and content the fuller one stays."""
    kept: list[Attribution] = []
    for one in found:
        twin = next((k for k in reversed(kept[-6:]) if _same(k, one)), None)
        if twin is None:
            kept.append(one)
        elif covered(one.content) > covered(twin.content) and one.voice == twin.voice:
            kept[kept.index(twin)] = one
    return kept


def _same(one: Attribution, other: Attribution) -> bool:
    if shared(one.cue, other.cue):
        return True
    return one.content == other.content and one.source == other.source and bool(one.source)


def _outlets_own(found: list[Attribution]) -> list[Attribution]:
    """The outlet's own voice is not heard inside somebody's statement."""
    kept = []
    for one in found:
        inside = one.voice == "outlet" and any(
            other is not one and other.voice == "source" and holds(other.content, one.cue)
            for other in found
        )
        if not inside:
            kept.append(one)
    return kept


def merged_content(one: Attribution, other: Attribution, text: str) -> Attribution:
    """``one`` with the content of ``other`` added to its own."""
    return replace(one, content=joined([*one.content, *other.content], text))
