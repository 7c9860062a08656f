"""What a protest is about: no event of its own, but it tells against whom (PLOVER, PROTEST)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.events.embedding import Place
from onrecord.events.parties import Parties
from onrecord.events.triggers import Match

_TOPICS = frozenset({"REQUEST", "ACCUSE", "REJECT"})


def aims(
    matches: Mapping[int, Match], places: Mapping[int, Place], sides: Mapping[int, Parties]
) -> dict[int, Parties]:
    """The sides, with the recipients of a protest taken from what it demands or condemns.

    "marched to demand the release of prisoners held by Ostland", "calling for the removal of".
    """
    found = dict(sides)
    for index, place in places.items():
        governor = place.governor
        if governor is None or governor.event != "PROTEST" or matches[index].event not in _TOPICS:
            continue
        inner = found[index].recipients
        for number in _protests(governor.token.i, matches, places):
            above = found[number]
            if not above.recipients:
                found[number] = Parties(
                    above.actors, tuple(r for r in inner if r not in above.actors)
                )
    return found


def _protests(
    index: int, matches: Mapping[int, Match], places: Mapping[int, Place]
) -> Iterator[int]:
    """A protest and the protest it goes with: "rioted after a demonstration"."""
    yield index
    governor = places[index].governor
    if governor is not None and governor.event == "PROTEST" and governor.token.i in matches:
        yield governor.token.i


def is_topic(event: str, governor: str) -> bool:
    """Whether an event is only what a protest is about."""
    return governor == "PROTEST" and event in _TOPICS
