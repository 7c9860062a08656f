"""Positions: for each issue and party the latest move of each kind, with its history.

What changed is told by rows: a move of the same kind with other terms takes the place of the
one before, an acceptance or concession after a refusal moves toward the other side, a refusal
after an offer away from it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from onrecord.crisis.parties import party_name, party_of
from onrecord.record import Actor, Move, MoveKind, Record
from onrecord.record.clock import publication_day

Movement = Literal["toward", "away"]
_YIELDS = frozenset({"offer", "promise", "acceptance", "concession"})
_RESISTS = frozenset({"refusal", "threat"})


class Held(msgspec.Struct, frozen=True):
    """A move as part of a position.

    Attributes:
        move: the row.
        published: when it was reported, or null.
        outlet: who reported it, or null.
        word: actor id of the source whose word it stands on, or null for the outlet's own.
    """

    move: Move
    published: str | None
    outlet: str | None
    word: str | None


class Position(msgspec.Struct, frozen=True):
    """What a party holds on an issue.

    Attributes:
        issue: the shared label.
        party: country code or actor id; ``name`` is what it is called.
        latest: kind of move -> the newest of that kind.
        history: all its moves on the issue, oldest first.
        movement: toward or away from the others, where its last two moves on the issue turn
            from resisting to yielding or back; else null.
        because: ids of the two rows that show the movement.
    """

    issue: str
    party: str
    name: str
    latest: dict[MoveKind, Held]
    history: tuple[Held, ...]
    movement: Movement | None = None
    because: tuple[str, ...] = ()


def positions(
    records: Iterable[Record],
    *,
    issue: str | None = None,
    party: str | None = None,
    day: dt.date | None = None,
) -> tuple[Position, ...]:
    """The positions, by issue (the most discussed first) and party.

    Args:
        records: of any articles.
        issue: only this issue.
        party: only this party, by country code, actor id or name.
        day: leave out what was published later.
    """
    known = sorted(records, key=lambda r: (r.article.published or "", r.article.id))
    if day is not None:
        known = [r for r in known if (publication_day(r.article.published) or day) <= day]
    actors = {actor.id: actor for record in known for actor in record.actors}
    held: dict[tuple[str, str], list[Held]] = {}
    for record in known:
        sources = {s.id: s.source for s in record.statements}
        for move in record.moves:
            who = party_of(move.party, actors)
            if who is None or (issue is not None and move.issue != issue):
                continue
            article = record.article
            word = sources.get(move.statement or "")
            one = Held(move, article.published, article.outlet, word)
            held.setdefault((move.issue, who), []).append(one)
    found = [_position(i, who, of, actors) for (i, who), of in held.items()]
    if party is not None:
        wanted = party.casefold()
        found = [p for p in found if wanted in (p.party.casefold(), p.name.casefold())]
    weight: dict[str, int] = {}
    for one_position in found:
        count = len(one_position.history)
        weight[one_position.issue] = weight.get(one_position.issue, 0) + count
    return tuple(
        sorted(found, key=lambda p: (p.issue == "other", -weight[p.issue], p.issue, p.name))
    )


def _position(issue: str, party: str, held: list[Held], actors: dict[str, Actor]) -> Position:
    history = tuple(_without_repeats(held))
    latest: dict[MoveKind, Held] = {}
    for one in history:
        latest[one.move.kind] = one
    movement, because = _movement(history)
    return Position(issue, party, party_name(party, actors), latest, history, movement, because)


def _without_repeats(held: list[Held]) -> Iterable[Held]:
    """The same move told again is history once; its first report is kept."""
    seen: set[tuple[str, str, str]] = set()
    for one in held:
        words = " ".join(span.text for span in one.move.terms).casefold()
        key = (one.move.kind, one.move.status, words)
        if key not in seen:
            seen.add(key)
            yield one


def _movement(history: tuple[Held, ...]) -> tuple[Movement | None, tuple[str, ...]]:
    """Whether the last two moves that yield or resist turn from one to the other."""
    told = [h for h in history if h.move.kind in _YIELDS | _RESISTS and h.move.status != "possible"]
    if len(told) < 2:
        return None, ()
    before, after = told[-2].move, told[-1].move
    gives = [m.kind in _YIELDS and m.status != "withdrawn" for m in (before, after)]
    if gives[0] == gives[1]:
        return None, ()
    return ("toward" if gives[1] else "away"), (before.id, after.id)


__all__ = ["Held", "Position", "positions"]
