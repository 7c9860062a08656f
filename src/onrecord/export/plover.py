"""The columns of PLOVER: one row an event.

``actor_*`` and ``recipient_*`` are lists joined by ``|``. In a CONSULT without a visitor and a
host all parties are actors, as the manual has it. ``status``, ``statement`` and ``source_name``
say more than PLOVER does: whether it happened, and on whose word it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.record import Actor, Event, Record

_SIDE = ("code", "sector", "entity_text", "identifier_text")
COLUMNS = (
    "id", "date", "enddate",
    *(f"actor_{field}" for field in _SIDE),
    *(f"recipient_{field}" for field in _SIDE),
    "event", "mode", "context", "quad_code", "event_scale", "cameo_root",
    "loc_text", "loc_name", "loc_country", "loc_lat", "loc_lon",
    "dead", "injured", "arrested", "figures",
    "event_text", "start", "end", "status", "statement", "source_name",
    "url", "title", "publication", "language",
)  # fmt: skip
_SIZES = {"dead": "killed", "injured": "injured", "arrested": "detained"}


def rows(record: Record, event: Event, score: float | None) -> Iterator[Mapping[str, object]]:
    """The one row of an event."""
    actors = {actor.id: actor for actor in record.actors}
    doers, others = event.actors, event.recipients
    if event.event == "CONSULT" and event.mode != "visit":
        doers, others = (*doers, *others), ()
    published = (record.article.published or "")[:10]
    when, place = event.when, event.place
    row: dict[str, object] = {
        "id": event.id,
        "date": (when.since if when and when.since else published) or None,
        "enddate": when.until if when and when.until != when.since else None,
        **_side("actor", [actors[a] for a in doers]),
        **_side("recipient", [actors[a] for a in others]),
        "event": event.event,
        "mode": event.mode,
        "context": "|".join(event.contexts),
        "quad_code": event.quad,
        "event_scale": score,
        "cameo_root": event.cameo,
        "figures": "; ".join(f"{f.what}: {f.text}" for f in event.figures),
        "event_text": event.text,
        "start": event.start,
        "end": event.end,
        "status": event.status,
        "statement": event.statement,
        "source_name": source_name(record, event),
        "url": record.article.url,
        "title": record.article.title,
        "publication": record.article.outlet,
        "language": record.article.language,
    }
    if place is not None:
        row |= {
            "loc_text": place.text, "loc_name": place.name, "loc_country": place.country,
            "loc_lat": place.lat, "loc_lon": place.lon,
        }  # fmt: skip
    for column, what in _SIZES.items():
        lows = [f.low if f.low is not None else f.high for f in event.figures if f.what == what]
        row[column] = int(lows[0]) if lows and lows[0] is not None else None
    yield row


def source_name(record: Record, event: Event) -> str | None:
    """Whose word the event stands on: the source of its statement, else the outlet."""
    for statement in record.statements:
        if statement.id == event.statement:
            for actor in record.actors:
                if actor.id == statement.source:
                    return actor.name
            return statement.source_words[0].text if statement.source_words else None
    return record.article.outlet


def _side(side: str, actors: list[Actor]) -> dict[str, object]:
    return {
        f"{side}_code": "|".join(a.country or "" for a in actors),
        f"{side}_sector": "|".join(a.sector or "" for a in actors),
        f"{side}_entity_text": "|".join(a.text.replace("|", "/") for a in actors),
        f"{side}_identifier_text": "|".join(a.name.replace("|", "/") for a in actors),
    }
