"""A record with other actor ids, in every row that names an actor."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from onrecord.record import Actor, Record, Role


def renamed(record: Record, ids: Mapping[str, str]) -> Record:
    """``record`` with the actors of ``ids`` (old id -> new id) renamed throughout.

    Ids of rows stay as they are.

    Args:
        record: the rows.
        ids: none of the new ids may be the id of another actor of the record.
    """
    if not ids:
        return record

    def one(actor: str | None) -> str | None:
        return ids.get(actor, actor) if actor is not None else None

    def all_of(actors: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids.get(actor, actor) for actor in actors))

    return replace(
        record,
        actors=tuple(_actor(actor, ids) for actor in record.actors),
        mentions=tuple(replace(m, actor=ids.get(m.actor, m.actor)) for m in record.mentions),
        statements=tuple(
            replace(s, source=one(s.source), addressee=one(s.addressee)) for s in record.statements
        ),
        events=tuple(
            replace(e, actors=all_of(e.actors), recipients=all_of(e.recipients))
            for e in record.events
        ),
        moves=tuple(replace(m, party=one(m.party), toward=all_of(m.toward)) for m in record.moves),
        deadlines=tuple(
            replace(d, set_by=one(d.set_by), on=all_of(d.on)) for d in record.deadlines
        ),
        reasons=tuple(replace(r, row=ids.get(r.row, r.row)) for r in record.reasons),
    )


def _actor(actor: Actor, ids: Mapping[str, str]) -> Actor:
    roles: tuple[Role, ...] = tuple(
        replace(role, of=ids.get(role.of, role.of)) if role.of is not None else role
        for role in actor.roles
    )
    return replace(actor, id=ids.get(actor.id, actor.id), roles=roles)
