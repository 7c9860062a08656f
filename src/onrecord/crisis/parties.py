"""Who counts as one party: a state, its government, its leaders."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.record import Actor


def party_of(actor: str | None, actors: Mapping[str, Actor]) -> str | None:
    """The party an actor speaks for: its country's code, else its own id.

    Unnamed groups and media speak for nobody but themselves.
    """
    if actor is None:
        return None
    known = actors.get(actor)
    if known is None or known.country is None or known.kind in ("unnamed", "media"):
        return actor
    return known.country


def party_name(party: str, actors: Mapping[str, Actor]) -> str:
    """What a party is called: the state's name where it is one."""
    own = [a for a in actors.values() if party in (a.id, a.country)]
    order = {"state": 0, "government": 1}
    own.sort(key=lambda a: (a.id != party, order.get(a.kind, 2), a.name))
    return own[0].name if own else party
