"""Which event stands inside which: what is agreed, asked, refused, threatened, alleged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.events.triggers import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

Relation = Literal["main", "complement", "adjunct"]
_LOOSE = frozenset({"advcl", "relcl", "parataxis", "appos"})
_TIMES = frozenset(
    "after before during amid since following because despite as while until when at in over "
    "from within pending about".split()
)


@dataclass(frozen=True)
class Place:
    """Where an event stands among the others of its sentence.

    Attributes:
        governor: the event it stands inside or beside, or None.
        relation: ``main``; ``complement`` where it is what the governor is about;
            ``adjunct`` where it only goes with it ("after the attack", "who was arrested").
    """

    governor: Match | None
    relation: Relation


def place_of_match(match: Match, matches: Mapping[int, Match]) -> Place:
    """The place of a match among all matches of its sentence, by token index."""
    token, loose = match.token, False
    while token.head != token:
        head, dep = token.head, token.dep_
        if dep in ("nsubj", "nsubjpass") and head.pos_ in ("VERB", "AUX"):
            other = matches.get(head.i)
            if other is not None and token == match.token:
                return Place(other, "adjunct")
        loose = loose or _is_loose(token)
        if dep == "conj":
            token = head
            continue
        governor = matches.get(head.i)
        if governor is not None and governor.token != match.token:
            return Place(governor, "adjunct" if loose else "complement")
        token = head
    return Place(None, "adjunct" if loose else "main")


def _is_loose(token: Token) -> bool:
    """Whether a word hangs on its head as a circumstance, not as what it is about."""
    if token.dep_ in ("advcl", "relcl") and token.tag_ == "VB":  # "to help", "to disperse"
        return not any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    if token.dep_ in _LOOSE:
        return True
    if token.dep_ == "prep":
        return token.lower_ in _TIMES
    is_participle = token.dep_ == "acl" and token.tag_ in ("VBN", "VBG")
    return is_participle and token.head.pos_ in ("NOUN", "PROPN")


def above(index: int, places: Mapping[int, Place]) -> list[str]:
    """The categories of the events that the one at ``index`` stands inside, nearest first."""
    found: list[str] = []
    place = places[index]
    while place.relation == "complement" and place.governor is not None and len(found) < 5:
        found.append(place.governor.event)
        place = places[place.governor.token.i]
    return found


def governed(
    match: Match, places: Mapping[int, Place], matches: Mapping[int, Match]
) -> list[Match]:
    """The matches that stand inside ``match`` as its complements, in order."""
    found = []
    for index, place in places.items():
        governor = place.governor
        if place.relation == "complement" and governor is not None:
            if governor.token == match.token:
                found.append(matches[index])
    return sorted(found, key=_order)


def _order(match: Match) -> int:
    return int(match.token.i)
