"""Deadlines as a calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from onrecord.crisis.deadlines import Entry
from onrecord.record.dates import last_day

_LINE = 75  # octets of a line before it is folded


def to_calendar(entries: Iterable[Entry], stamp: dt.datetime | None = None) -> str:
    """The entries with a day as all-day events; the same entry always has the same UID.

    Args:
        entries: of ``onrecord.crisis.deadlines.ledger``.
        stamp: when the file is made; now.
    """
    made = (stamp or dt.datetime.now(dt.UTC)).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onrecord//deadlines//EN"]
    for entry in entries:
        if entry.deadline.due is not None:
            lines += _event(entry, made)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _fold(line))


def _event(entry: Entry, made: str) -> list[str]:
    deadline = entry.deadline
    assert deadline.due is not None
    day = last_day(deadline.due)
    parties = entry.set_by or "Somebody"
    if entry.on:
        parties += f" to {', '.join(entry.on)}"
    terms = " … ".join(span.text for span in deadline.terms)
    details = [f"“{deadline.text}”"]
    if deadline.otherwise:
        details.append("or else: " + " … ".join(span.text for span in deadline.otherwise))
    if deadline.state:
        details.append(f"state: {deadline.state}")
    details.append(f"rows: {', '.join(entry.rows)}")
    return [
        "BEGIN:VEVENT",
        f"UID:{deadline.move}@onrecord",
        f"DTSTAMP:{made}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(f'{parties}: {terms}')}",
        f"DESCRIPTION:{_escaped('; '.join(details))}",
        *(["STATUS:CANCELLED"] if deadline.state == "extended" else []),
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for old, new in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(old, new)
    return " ".join(text.split())


def _fold(line: str) -> Iterator[str]:
    """Lines of at most 75 octets; the rest goes on behind a space, never inside a character."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE:
            yield part
            part, size = " ", 1
        part += character
        size += octets
    yield part
