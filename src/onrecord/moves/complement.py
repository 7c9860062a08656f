"""What depends on a cue, and the noun phrases among it: one, or a row for each of several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.moves.grammar import joined
from onrecord.moves.needs import is_needed
from onrecord.moves.terms import listed_nouns, noun_terms, with_relative
from onrecord.record import Span
from onrecord.vocabulary.moves import MoveCue, MoveWords

if TYPE_CHECKING:
    from spacy.tokens import Token


_STRETCHES = frozenset({"day", "week", "month", "year", "hour", "minute"})


@dataclass(frozen=True)
class Complement:
    """What depends on a cue: its head word, its words, and who is meant to do it."""

    head: Token
    terms: Span
    frame: str
    told: tuple[Token, ...] = ()


def nouns(
    reading: Reading,
    words: MoveWords,
    noun: Token,
    cue: MoveCue,
    frame: str,
    told: list[Token],
) -> Iterator[Complement]:
    """A noun phrase, or its parts where they belong to different issues."""
    if noun.lower_ in ("what", "it", "this", "that", "which", "them", "so", "us", "him", "her"):
        return
    if frame.startswith("+") and noun.ent_type_ == "DATE" and noun.lemma_ in _STRETCHES:
        return  # "called in sick for three days"
    parts = joined(noun)
    spans = [noun_terms(reading, part, parts) for part in parts]
    if len(parts) > 1 and not are_apart(words, spans):
        parts, spans = [noun], [noun_terms(reading, noun)]
    listed = listed_nouns(reading, noun) if len(parts) < 3 else []
    if len(listed) > len(parts):
        parts = [reading.tokens(s.start, s.end).root for s in listed]
        spans = list(listed)
    is_first = False
    for part, span in zip(parts, spans, strict=True):
        if span is None:
            continue
        span = with_relative(reading, part, span)
        if (is_first and cue.kind == "demand") or is_needed(words, part, span, cue):
            is_first = part.i == parts[0].i or is_first
            yield Complement(part, span, frame, tuple(told))


def are_apart(words: MoveWords, spans: list[Span | None]) -> bool:
    """Whether joined nouns are a row each: "a raise and a shorter week", not "oil and gas"."""
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return False
    labels = {words.issue_of(span.text) for span in known}
    sizes = [len(span.text.split()) for span in known]
    return len(labels) > 1 or min(sizes) > 2 or (min(sizes) > 1 and max(sizes) > 2)
