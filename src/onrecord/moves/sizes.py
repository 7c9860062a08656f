"""Offers and demands whose size changes: "raised its offer to 15 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.moves.complement import Complement
from onrecord.moves.grammar import children, lemma
from onrecord.moves.terms import noun_terms
from onrecord.vocabulary.moves import MoveCue, MoveWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIZES = frozenset({"percent", "%", "billion", "million", "half", "third", "quarter"})


def changed(reading: Reading, words: MoveWords, token: Token, cue: MoveCue) -> Iterator[Complement]:
    """ "raised its offer to 15 percent": the new size, or the object where none is named."""
    things = children(token, "dobj", "nsubjpass")[:1]
    for thing in things:
        if not words.has(cue.needs, lemma(thing)):
            continue
        told = [
            p
            for prep in children(thing, "prep")
            if prep.lower_ in ("to", "for") and not _is_size(prep)
            for p in children(prep, "pobj")
        ]
        sizes = [
            p
            for prep in thing.doc[thing.i : thing.sent.end]
            if prep.dep_ in ("prep", "dative") and _is_size(prep)
            for p in children(prep, "pobj")
        ]
        for noun in sizes[:1] or [thing]:
            span = noun_terms(reading, noun)
            if span is not None:
                yield Complement(noun, span, "object>to", tuple(told))


def _is_size(prep: Token) -> bool:
    """Whether "to" leads to a size: "to 15 percent", "to $40 a share"."""
    return prep.lower_ == "to" and any(
        t.like_num or t.is_currency or t.lower_ in _SIZES
        for noun in prep.children
        for t in (noun, *noun.children)
    )
