"""What depends on a cue, and the noun phrases among it: one, or a row for each of several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.moves.grammar import (
    SUBJECTS,
    children,
    is_country,
    is_passive,
    is_to,
    joined,
    lemma,
    objects,
    relative_noun,
    trimmed,
)
from onrecord.moves.needs import is_needed, is_truce
from onrecord.moves.terms import listed_nouns, noun_terms, with_relative
from onrecord.record import Span
from onrecord.vocabulary.moves import MoveCue, MoveWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTING = frozenset("what it this that which them so us him her".split())
_STRETCHES = frozenset({"day", "week", "month", "year", "hour", "minute"})
_NAMES = frozenset({"offer", "demand", "proposal", "call", "move", "step", "condition"})


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
    if not is_country(noun) and noun.lower_ in _POINTING:
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
        span = _with_purpose(reading, words, part, with_relative(reading, part, span), cue)
        if (is_first and cue.kind == "demand") or is_needed(words, part, span, cue):
            is_first = part.i == parts[0].i or is_first
            yield Complement(part, span, frame, tuple(told))


def _with_purpose(
    reading: Reading, words: MoveWords, noun: Token, span: Span, cue: MoveCue
) -> Span:
    """ "agreed a deal to sell its stake": what the deal is to do belongs to it."""
    if cue.kind != "acceptance" or is_truce(words, noun):
        return span
    hung = children(noun.head.head, "xcomp", "advcl") if noun.dep_ == "pobj" else []
    hung = [a for a in hung if a.left_edge.i == noun.right_edge.i + 1]
    acts = [a for a in (*children(noun, "relcl", "acl"), *hung) if is_to(a) and a.i > noun.i]
    ends = [t.idx + len(t) for a in acts[:1] for t in a.subtree if t.sent.start == noun.sent.start]
    return trimmed(reading, span.start, max([span.end, *ends])) or span


def are_apart(words: MoveWords, spans: list[Span | None]) -> bool:
    """Whether joined nouns are a row each: "a raise and a shorter week", not "oil and gas"."""
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return False
    labels = {words.issue_of(span.text) for span in known}
    sizes = [len(span.text.split()) for span in known]
    return len(labels) > 1 or min(sizes) > 2 or (min(sizes) > 1 and max(sizes) > 2)


def objects_of(
    reading: Reading, words: MoveWords, token: Token, cue: MoveCue
) -> Iterator[Complement]:
    """The objects of a cue, or the subjects of its passive, and whom it is put to."""
    told: list[Token] = []
    if is_passive(token) and token.pos_ == "VERB":
        things = children(token, "nsubjpass")
        if not things and token.dep_ in ("acl", "relcl"):
            things = [token.head]
    else:
        told = children(token, "dative")
        things = _listed_objects(token)
        if not things and not children(token, "xcomp"):
            noun = relative_noun(token)
            things = [noun] if noun is not None else []
    told += [
        p
        for prep in children(token, "prep", "dative")
        if prep.lower_ in ("from", "of", "to", "on", "against") and prep.i > token.i
        for p in children(prep, "pobj")
    ]
    away = _wanted_away(token) if "want" in cue.lemmas else None
    for thing in things:
        span = noun_terms(reading, thing) if away is not None and away.i > thing.i else None
        if span is not None and away is not None:
            end = max(t.idx + len(t) for t in away.subtree)
            yield Complement(thing, reading.span(span.start, end), "object", (thing,))
            return
        yield from nouns(reading, words, thing, cue, "object", told)
    for thing in _torn_off(token) if things and not is_passive(token) else ():
        yield from nouns(reading, words, thing, cue, "object", told)


def _torn_off(verb: Token) -> list[Token]:
    """The bonus of "demanded more money and a bonus", joined by the parse to the verb."""
    return [
        c
        for c in children(verb, "conj")
        if c.pos_ == "NOUN" and c.i > verb.i and not children(c, *SUBJECTS, "aux", "cop")
    ]


def _wanted_away(verb: Token) -> Token | None:
    """ "out" in "wants the chief executive out", "gone" in "wants the troops gone"."""
    found = [c for c in verb.children if c.lower_ in ("out", "gone", "off", "back", "home")]
    return found[0] if found and found[0].i > verb.i + 1 else None


def wanted_to_see(words: MoveWords, token: Token, cue: MoveCue) -> list[Token]:
    """The end of "wants to see an end to the raids"."""
    if "want" not in cue.lemmas:
        return []
    acts = [a for a in children(token, "xcomp") if lemma(a) == "see" and is_to(a)]
    seen = [thing for act in acts for thing in children(act, "dobj")]
    return [thing for thing in seen if words.has("change", lemma(thing))]


def _listed_objects(token: Token) -> list[Token]:
    """The object, and further ones that a comma or "and" joins to it."""
    found = objects(token)
    return [
        o
        for n, o in enumerate(found)
        if not n or (o.left_edge.nbor(-1).lower_ in (",", "and") and lemma(o) not in _NAMES)
    ]
