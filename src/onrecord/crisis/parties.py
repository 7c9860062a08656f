"""Who counts as one party: a state, its government, its leaders."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.record import Actor

_OFFICE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|foreign minister|defen[cs]e minister|"
    r"foreign ministry|defen[cs]e ministry|government)$",
    re.IGNORECASE,
)


def party_of(actor: str | None, actors: Mapping[str, Actor]) -> str | None:
    """The party an actor speaks for: its country's code, else its own id.

    Unnamed groups and media speak for nobody but themselves; "the U.S. president" without a
    name is an office, and speaks for the country.
    """
    if actor is None:
        return None
    known = actors.get(actor)
    if known is None or known.kind == "media":
        return actor
    if known.country is None:
        return _state_of(known, actors) or actor
    if known.kind == "unnamed" and not _OFFICE.search(known.name):
        return actor
    return known.country


def _state_of(actor: Actor, actors: Mapping[str, Actor]) -> str | None:
    """What the head of a place that no table knows speaks for: "President Reyle of Corsenia"."""
    for role in actor.roles:
        if role.of is not None and role.of in actors and _OFFICE.search(role.title):
            return actors[role.of].country or role.of
    return None


def party_name(party: str, actors: Mapping[str, Actor]) -> str:
    """What a party is called: the state's name where it is one."""
    own = [a for a in actors.values() if party in (a.id, a.country)]
    order = {"state": 0, "government": 1}
    own.sort(key=lambda a: (a.id != party, order.get(a.kind, 2), a.name))
    return own[0].name if own else party
