"""What happened: events in order of time, with their status and on whose word."""

from __future__ import annotations

from onrecord.brief import wording
from onrecord.brief.desk import Desk
from onrecord.brief.view import Group, Line, Section
from onrecord.record import Event, Figure
from onrecord.record.dates import first_day

_HEADINGS = {
    "happened": "Reported as having happened or going on",
    "ongoing": "Reported as having happened or going on",
    "planned": "Planned",
    "possible": "Possible, not reported as having happened",
    "hypothetical": "Talked of only",
    "denied": "Denied",
}


def timeline(desk: Desk, *, year: int | None, full: bool) -> Section:
    """Events by status, then by day; the same event told again is one line.

    Args:
        desk: the rows.
        year: the year that is left out of dates.
        full: also verbal events and what is talked of only.
    """
    merged: dict[tuple[object, ...], list[Event]] = {}
    for record in desk.records:
        for event in record.events:
            if full or _is_told(event):
                merged.setdefault(_key(event), []).append(event)
    lines: dict[str, list[tuple[str, Line]]] = {}
    for same in merged.values():
        line = _line(desk, same, year)
        lines.setdefault(_HEADINGS[same[0].status], []).append((_day(same[0]), line))
    groups = tuple(
        Group(tuple(line for _, line in sorted(lines[heading], key=lambda item: item[0])), heading)
        for heading in dict.fromkeys(_HEADINGS.values())
        if heading in lines
    )
    return Section("What happened", groups, empty="No event is reported.")


def _is_told(event: Event) -> bool:
    """What is only said (a demand, an accusation) is told under positions and voices."""
    return event.event not in wording.ONLY_SAID and event.status != "hypothetical"


def _key(event: Event) -> tuple[object, ...]:
    if not event.actors and not event.recipients:
        return (event.id,)
    parties = frozenset({*event.actors, *event.recipients})
    figures = frozenset((f.what, f.low, f.high) for f in event.figures)
    return (event.event, event.mode, event.status, parties, _day(event), figures)


def _day(event: Event) -> str:
    if event.when is None:
        return "9999"
    first = event.when.since or event.when.until
    return first_day(first).isoformat() if first else "9999"


def _line(desk: Desk, same: list[Event], year: int | None) -> Line:
    event = max(same, key=lambda e: (len(e.actors) + len(e.recipients), e.place is not None))
    kind = event.event if event.mode is None else f"{event.event} {event.mode}"
    parties = desk.names(event.actors) or "nobody named"
    if event.recipients:
        parties += f" → {desk.names(event.recipients)}"
    text = f"{parties}: “{wording.shortened(event.text, 200)}”"
    details = [f"{kind}, {event.status}"]
    if event.place is not None:
        details.append(f"in {wording.clean(event.place.name)}")
    details.extend(_figure(figure) for figure in event.figures)
    words = dict.fromkeys(desk.word(e.statement, e.article) for e in same)
    details.append(f"on the word of {wording.listed(list(words))}")
    references = tuple(dict.fromkeys(desk.reference(e.article, e.trigger.start) for e in same))
    weight = "weak" if event.status in ("possible", "hypothetical", "denied") else ""
    return Line(text, wording.when(event.when, year=year), tuple(details), references, weight)


def _figure(figure: Figure) -> str:
    return f"{figure.what}: {wording.clean(figure.text)}"
