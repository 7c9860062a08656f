"""Who "he" is where he speaks: the last speaker, checked against what he says.

The reading resolves pronouns by grammar and distance. Speech adds what that cannot see: a
speaker does not name himself in his own quotation, "she added" goes on with the speaker
before, and a quotation without a cue carries on the last one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar import lemma
from onrecord.statements.speakers import counted_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.statements.sources import Source

_SINGULAR = frozenset({"he", "she"})
_GOES_ON = frozenset({"add", "continue", "conclude", "go"})


def corrected(
    reading: Reading, attribution: Attribution, source: Source, last: str | None
) -> Source:
    """``source``, or the last speaker where a pronoun cannot be whom the reading says.

    Args:
        reading: the reading.
        attribution: the statement the source is of.
        source: its source as the reading resolves it.
        last: actor id of the last speaker that no other statement holds, or None.
    """
    if last is None or last == source.actor or attribution.source_token is None:
        return source
    token = reading.doc[attribution.source_token]
    if _is_of_them(token) and reading.actor_by_id[last].kind == "unnamed":
        return replace(source, actor=last)
    if token.lower_ not in _SINGULAR or not _is_person(reading, last):
        return source
    cue = lemma(reading.doc[attribution.cue_token]) if attribution.cue_token is not None else ""
    doubtful = (
        source.actor is None
        or not _is_person(reading, source.actor)
        or cue in _GOES_ON
        or _named_in_own_words(reading, attribution, source.actor)
        or _spoke_here(reading, attribution, source.actor, last)
    )
    return replace(source, actor=last, kind=_kind(reading, last)) if doubtful else source


def _is_of_them(token: Token) -> bool:
    """ "One of them", "two of those"."""
    noun = counted_noun(token)
    return noun != token and noun.lower_ in ("them", "these", "those")


def _spoke_here(reading: Reading, attribution: Attribution, actor: str, last: str) -> bool:
    """Whether the last speaker stands in this paragraph and the actor of the reading does not."""
    block = reading.block_at(attribution.start)
    if block is None:
        return False
    here = {
        mention.actor
        for mention in reading.mentions_in(block.start, attribution.anchor[0])
        if mention.form != "pronoun" and reading.quotation_at(mention.start) is None
    }
    return last in here and actor not in here


def _kind(reading: Reading, actor: str) -> Literal["named", "unnamed"]:
    return "unnamed" if reading.actor_by_id[actor].kind == "unnamed" else "named"


def _is_person(reading: Reading, actor: str) -> bool:
    """Whether the actor may be "he" or "she": one person, named or not."""
    found = reading.actor_by_id.get(actor)
    if found is None:
        return False
    return found.kind == "person" or (found.kind == "unnamed" and not found.text.endswith("s"))


def _named_in_own_words(reading: Reading, attribution: Attribution, actor: str) -> bool:
    """Whether the quotation that he is to have spoken speaks of him by name."""
    for start, end in attribution.content:
        for mention in reading.mentions_in(start, end):
            is_quoted = reading.quotation_at(mention.start) is not None
            if mention.actor == actor and mention.form == "name" and is_quoted:
                return True
    return False
