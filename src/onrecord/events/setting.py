"""When and where an event took place, as its own clause says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.events.clause import verb_of
from onrecord.language.reading import Reading
from onrecord.record import EventPlace, Time, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "nmod", "compound", "poss", "amod", "mark"})
# What stands after these is when or where something else is: "before a vote on Sunday".
_OF_ANOTHER = frozenset({"before", "after", "until", "ahead", "pending", "following", "despite"})
_BARRED = frozenset({"ccomp", "relcl", "acl", "advcl", "conj", "parataxis"})


def when_of(reading: Reading, token: Token) -> When | None:
    """The time that the trigger's own clause gives, or None."""
    for word in _adjuncts(token, True):
        for time in reading.times:
            if time.type == "DURATION" or not time.start <= word.idx < time.end:
                continue
            if time.since or time.until:
                until = None if _is_open(reading, time) else time.until
                return When(since=time.since, until=until, text=time.text)
    return _since_an_act(reading, verb_of(token))


def _since_an_act(reading: Reading, verb: Token) -> When | None:
    """ "Since the talks resumed in May, the army has shelled ...": from May on."""
    if not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return None
    for clause in verb.children:
        if clause.dep_ != "advcl" or not any(c.lower_ == "since" for c in clause.children):
            continue
        for word in _below(clause):
            for time in reading.times:
                if time.since and time.start <= word.idx < time.end:
                    return When(since=time.since, until=None, text=time.text)
    return None


def _is_open(reading: Reading, time: Time) -> bool:
    """ "since May": from then on, and not in that month."""
    before = reading.article.text[max(0, time.start - len("since ")) : time.start].lower()
    return time.since is not None and "since" in (before.strip(), time.text[:5].lower())


def place_of(reading: Reading, token: Token, *, deep: bool) -> EventPlace | None:
    """The place that the trigger's own clause gives, or None; the nearest first.

    Args:
        reading: the article's reading.
        token: the trigger.
        deep: whether the object may tell it: "met envoys in Arden", but not "condemned the
            raid in Arden".
    """
    for word in _adjuncts(token, deep):
        for place in reading.places:
            if place.start <= word.idx < place.end and _is_locative(word):
                return EventPlace(place.text, place.name, place.country, place.lat, place.lon)
    return None


def _adjuncts(token: Token, deep: bool) -> Iterator[Token]:
    """Words of the adjuncts of the trigger, then of its verb."""
    yield from _below(token, deep)
    verb = verb_of(token)
    if verb != token:
        yield from _below(verb, deep)


def _below(token: Token, deep: bool = True) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _OF_ANOTHER:
            continue
        if child.dep_ in _ADJUNCTS:
            yield from _without_clauses(child)
        elif deep and child.dep_ in ("dobj", "pobj", "attr", "nsubjpass"):
            for inner in child.children:
                if inner.dep_ == "prep":
                    yield from _without_clauses(inner)


def _without_clauses(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in _BARRED:
            yield from _without_clauses(child)


def _is_locative(word: Token) -> bool:
    for step in (word, word.head, word.head.head):
        if step.dep_ == "prep":
            return step.lower_ in (
                "in",
                "at",
                "near",
                "on",
                "outside",
                "to",
                "into",
                "off",
                "across",
                "over",
                "from",
                "inside",
                "around",
                "along",
            )
    return word.dep_ in ("compound", "poss", "npadvmod", "nmod", "amod")
