"""All candidate attributions of a reading, rule by rule, tidied into one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.statements.acts import is_infinitive
from onrecord.statements.attribution import Attribution, Pieces, covered, holds, shared
from onrecord.statements.chains import without_accounts
from onrecord.statements.claims import to_their_cues
from onrecord.statements.continuation import continued
from onrecord.statements.grammar import lemma, tidy
from onrecord.statements.nouns import adjective_attributions, noun_attributions
from onrecord.statements.outlet import according_attributions, outlet_attributions
from onrecord.statements.quotes import outer_quotations, quotations_within
from onrecord.statements.speakers import is_document, is_party
from onrecord.statements.transcript import transcribed
from onrecord.statements.unsaid import is_unsaid
from onrecord.statements.verbs import verb_attributions

if TYPE_CHECKING:
    from onrecord.language.quotations import Quotation
    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues


_NEAR = 30  # attributions before and after that are looked at


def candidates(reading: Reading, cues: Cues) -> list[Attribution]:
    """What the rules find, in the order of the text, each attribution once."""
    found = sorted(_all(reading, cues), key=lambda a: (a.anchor, a.start, a.rule))
    found = _passed_on(found)
    found = [_cited(reading, cues, one, found) for one in _once(found)]
    found = [one for one in found if not is_unsaid(reading, cues, one)]
    turns = [t for t in transcribed(reading) if not any(_same(t, one) for one in found)]
    found = continued(reading, [*found, *turns])
    return _outlets_own(to_their_cues(reading, without_accounts(reading, found)))


def _passed_on(found: list[Attribution]) -> list[Attribution]:
    """ "He reportedly told ministers that ...": the adverb leaves the telling open."""
    cue_of = {
        one.cue_token: one for one in found if one.rule == "cue-verb" and one.cue_token is not None
    }
    opened = {
        one.content_token: one
        for one in found
        if one.rule == "outlet-voice" and one.content_token in cue_of and "(adverb)" in one.entry
    }
    return [
        replace(one, hedged=True) if one.cue_token in opened and one.rule == "cue-verb" else one
        for one in found
        if one not in opened.values()
    ]


def _all(reading: Reading, cues: Cues) -> Iterator[Attribution]:
    everywhere = outer_quotations(reading)
    for sentence in reading.sentences():
        block = reading.block_at(sentence.start_char)
        end = block.end if block is not None else sentence.end_char
        quotations = list(quotations_within(reading, sentence.start_char, end, everywhere))
        idioms = _idioms(cues, sentence.text.lower(), sentence.start_char)
        for found in (
            *verb_attributions(reading, cues, sentence, quotations),
            *noun_attributions(reading, cues, sentence, quotations),
            *adjective_attributions(reading, cues, sentence, quotations),
            *according_attributions(reading, sentence, quotations),
            *outlet_attributions(reading, cues, sentence),
        ):
            if any(start <= found.anchor[0] < end for start, end in idioms):
                continue
            if is_infinitive(reading, found):
                continue
            clipped = _within_its_quotation(reading, found, quotations)
            if clipped is not None:
                yield clipped


def _within_its_quotation(
    reading: Reading, found: Attribution, quotations: Sequence[Quotation]
) -> Attribution | None:
    """A cue that is itself quoted says nothing of what stands outside the quotation."""
    if found.cue_token is None:
        return found
    cue = reading.doc[found.cue_token].idx
    around = next((q for q in quotations if q.inner_start <= cue < q.inner_end), None)
    if around is None or holds(((around.start, around.end),), found.content):
        return found
    content = [
        tidy(reading.article.text, max(start, around.inner_start), min(end, around.inner_end))
        for start, end in found.content
        if start < around.inner_end and around.inner_start < end
    ]
    inside = tuple(piece for piece in content if piece is not None)
    return replace(found, content=inside) if inside else None


def _idioms(cues: Cues, text: str, offset: int) -> list[tuple[int, int]]:
    """Where set phrases stand that attribute nothing."""
    found = []
    for phrase in cues.idioms:
        at = text.find(phrase)
        while at != -1:
            found.append((offset + at, offset + at + len(phrase)))
            at = text.find(phrase, at + 1)
    return found


def _cited(reading: Reading, cues: Cues, one: Attribution, found: list[Attribution]) -> Attribution:
    """ "The Observer, citing two officials, reported that ...": the officials' word in its."""
    if one.cue_token is None or one.content_token is None or one.rule != "cue-verb":
        return one
    cue, cited = reading.doc[one.cue_token], reading.doc[one.content_token]
    if lemma(cue) != "cite" or not (is_party(reading, cues, cited) or is_document(cues, cited)):
        return one
    at = found.index(one)
    for other in found[max(0, at - _NEAR) : at + _NEAR]:
        if other is one or other.cue_token is None or other.source_token != one.source_token:
            continue
        if reading.doc[other.cue_token].sent == cue.sent and other.rule == one.rule:
            words = _first_words(reading, one.content, (other.cue[0][0], other.content[0][0]))
            return replace(
                one,
                source=words,
                source_token=one.content_token,
                content=other.content,
                content_token=other.content_token,
                act="say",
                rule="cited-source",
                entry="cite of cues_verbs",
                inside=other.anchor,
            )
    return one


def _first_words(reading: Reading, stretches: Pieces, limits: tuple[int, ...]) -> Pieces:
    """The first of ``stretches``, as far as the first of ``limits`` that stands in it."""
    start, end = stretches[0]
    end = min([end, *(limit for limit in limits if start < limit < end)])
    piece = tidy(reading.article.text, start, end)
    return (piece,) if piece is not None else stretches[:1]


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
    for index, one in enumerate(found):
        near = found[max(0, index - _NEAR) : index + _NEAR]
        inside = one.voice == "outlet" and any(
            other is not one and other.voice == "source" and holds(other.content, one.cue)
            for other in near
        )
        if not inside:
            kept.append(one)
    return kept
