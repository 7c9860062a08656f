"""The clock: deadlines, with who set them, on whom, for what, or else what."""

from __future__ import annotations

import datetime as dt

from onrecord.brief import wording
from onrecord.brief.desk import Desk
from onrecord.brief.view import Group, Line, Section
from onrecord.record import Deadline
from onrecord.record.clock import as_of, days_left

_KEEP_PASSED = 60  # days after which a passed deadline is left to `onrecord show deadlines`


def clock(desk: Desk, today: dt.date | None) -> Section:
    """Deadlines by day, soonest first; those that the same party set on the same day, once."""
    rows = [d for record in desk.records for d in record.deadlines]
    if today is not None:
        rows = list(as_of(rows, today))
        rows = [d for d in rows if (days_left(d, today) or 0) > -_KEEP_PASSED]
    rows.sort(key=lambda d: (d.due is None, d.due or "", desk.number[d.article], d.start))
    merged: dict[tuple[str | None, tuple[str, ...], str | None], list[Deadline]] = {}
    for row in rows:
        key = (row.set_by, row.on, row.due or row.text)
        merged.setdefault(key, []).append(row)
    lines = tuple(_line(desk, same, today) for same in merged.values())
    groups = (Group(lines),) if lines else ()
    return Section("The clock", groups, empty="No deadline is reported.")


def _line(desk: Desk, same: list[Deadline], today: dt.date | None) -> Line:
    row = max(same, key=lambda d: (bool(d.otherwise), desk.number[d.article]))
    year = today.year if today else None
    due = wording.day(row.due, year=year) if row.due else "no date"
    parties = desk.name(row.set_by)
    if row.on:
        parties += f" → {desk.names(row.on)}"
    details = [f"for: {wording.joined(row.terms, 200)}"] if row.terms else []
    if row.otherwise:
        details.append(f"or else: {wording.consequence(row.otherwise, 200)}")
    move = next(
        (
            m
            for r in desk.records
            if r.article.id == row.article
            for m in r.moves
            if m.id == row.move
        ),
        None,
    )
    if move is not None and move.statement is not None:
        details.append(f"on the word of {desk.word(move.statement, row.article)}")
    references = [desk.reference(d.article, d.start) for d in same]
    weight = "strong" if row.state in ("open", "due today") else "weak"
    text = f"{parties}: {_state(row, today)}"
    return Line(text, due, tuple(details), tuple(dict.fromkeys(references)), weight)


def _state(row: Deadline, today: dt.date | None) -> str:
    left = days_left(row, today) if today is not None else None
    words = f"“{wording.clean(row.text)}”"
    if row.state in ("met", "extended"):
        return f"{words}, {row.state}"
    if left is None:
        return f"{words}, day not resolved" if row.due is None else words
    if left == 0:
        return f"{words}, due today"
    return f"{words}, {'due' if left > 0 else 'passed'} {wording.left(left)}"
