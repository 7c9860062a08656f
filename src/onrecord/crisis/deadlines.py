"""Deadlines over articles: one entry a time limit, its state as of a day, and how it has moved.

The same party's time limits for the same others and the same end are one deadline that moves: an
earlier entry with another day is extended (or shortened), with the rows that say so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from onrecord.crisis.parties import party_of
from onrecord.record import Actor, Deadline, Move, Record
from onrecord.record.clock import as_of, publication_day

_Key = tuple[str | None, tuple[str | None, ...], str]


class Entry(msgspec.Struct, frozen=True):
    """A deadline as the ledger shows it.

    Attributes:
        deadline: the newest row that gives it, with its state as of the day asked for.
        set_by, on: names.
        issue: of the move it belongs to.
        rows: ids of all moves that give this day, oldest first.
        published: when it was first reported, or null.
    """

    deadline: Deadline
    set_by: str | None
    on: tuple[str, ...]
    issue: str
    rows: tuple[str, ...]
    published: str | None


def ledger(records: Iterable[Record], day: dt.date | None = None) -> tuple[Entry, ...]:
    """The deadlines of articles, soonest first; those without a day come last.

    Args:
        records: of any articles.
        day: the day to tell the state on; later articles are left out. Without it, the newest
            day of publication.
    """
    known = _in_order(records)
    days = [d for r in known if (d := publication_day(r.article.published)) is not None]
    day = day or max(days, default=None)
    if day is not None:
        known = [r for r in known if (publication_day(r.article.published) or day) <= day]
    actors = {actor.id: actor for record in known for actor in record.actors}
    told = [
        (record, move, deadline)
        for record in known
        for deadline in record.deadlines
        for move in record.moves
        if move.id == deadline.move
    ]
    entries = _moved([_entry(same, actors) for same in _same_day(told, actors)], told, actors)
    if day is not None:
        entries = [
            msgspec.structs.replace(e, deadline=as_of([e.deadline], day)[0]) for e in entries
        ]
    return tuple(sorted(entries, key=lambda e: (e.deadline.due is None, e.deadline.due or "")))


_Told = tuple[Record, Move, Deadline]


def _in_order(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda r: (r.article.published or "", r.article.id))


def _key(move: Move, deadline: Deadline, actors: dict[str, Actor]) -> _Key:
    on = tuple(sorted({party_of(one, actors) or "" for one in deadline.on}))
    return party_of(deadline.set_by, actors), on, move.issue if not on else ""


def _same_day(told: list[_Told], actors: dict[str, Actor]) -> list[list[_Told]]:
    """The rows of one deadline and one day together, in the order they were told."""
    groups: dict[tuple[_Key, str], list[_Told]] = {}
    for one in told:
        key = (_key(one[1], one[2], actors), one[2].due or one[2].text.casefold())
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _entry(same: list[_Told], actors: dict[str, Actor]) -> Entry:
    record, _, _ = same[0]
    _, move, deadline = max(same, key=lambda one: (bool(one[2].otherwise), bool(one[2].terms)))
    name = actors[deadline.set_by].name if deadline.set_by in actors else None
    return Entry(
        deadline=deadline,
        set_by=name,
        on=tuple(actors[one].name for one in deadline.on if one in actors),
        issue=move.issue,
        rows=tuple(m.id for _, m, _ in same),
        published=record.article.published,
    )


def _moved(entries: list[Entry], told: list[_Told], actors: dict[str, Actor]) -> list[Entry]:
    """Entries whose day a later report of the same deadline has changed are extended.

    Told means the order of publication: the entry first reported last is the one that holds.
    """
    key_of = {move.id: _key(move, deadline, actors) for _, move, deadline in told}
    order = {move.id: at for at, (_, move, _) in enumerate(told)}
    result = []
    for entry in entries:
        key = key_of[entry.rows[0]]
        later = [
            other
            for other in entries
            if other is not entry
            and key_of[other.rows[0]] == key
            and None not in (other.deadline.due, entry.deadline.due)
            and other.deadline.due != entry.deadline.due
            and order[other.rows[0]] > order[entry.rows[-1]]
        ]
        if later and key[0] is not None:
            newest = max(later, key=lambda e: order[e.rows[0]])
            changed = msgspec.structs.replace(
                entry.deadline, state="extended", because=newest.rows[:1]
            )
            entry = msgspec.structs.replace(entry, deadline=changed)
        result.append(entry)
    return result


__all__ = ["Entry", "ledger"]
