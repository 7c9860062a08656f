"""The clock: deadlines, with who set them, on whom, for what, or else what."""

from __future__ import annotations

import datetime as dt

from onrecord.brief import wording
from onrecord.brief.desk import Desk
from onrecord.brief.view import Group, Line, Section
from onrecord.crisis.deadlines import Entry, ledger
from onrecord.record import Deadline, Move
from onrecord.record.clock import days_left

_KEEP_PASSED = 60  # days after which a passed deadline is left to `onrecord deadlines`


def clock(desk: Desk, today: dt.date | None) -> Section:
    """Deadlines by day, soonest first; one that has moved says so."""
    moves = {move.id: move for record in desk.records for move in record.moves}
    entries = [
        entry
        for entry in ledger(desk.records, today)
        if today is None or (days_left(entry.deadline, today) or 0) > -_KEEP_PASSED
    ]
    lines = tuple(_line(desk, entry, moves, today) for entry in entries)
    groups = (Group(lines),) if lines else ()
    return Section("The clock", groups, empty="No deadline is reported.")


def _line(desk: Desk, entry: Entry, moves: dict[str, Move], today: dt.date | None) -> Line:
    row = entry.deadline
    year = today.year if today else None
    due = wording.day(row.due, year=year) if row.due else "no date"
    parties = desk.name(row.set_by)
    if row.on:
        parties += f" → {desk.names(row.on)}"
    details = [f"for: {wording.joined(row.terms, 200)}"] if row.terms else []
    if row.otherwise:
        details.append(f"or else: {wording.consequence(row.otherwise, 200)}")
    changed = [moves[move] for move in row.because if move in moves]
    if changed and changed[0].deadline is not None:
        details.append(f"moved to “{wording.clean(changed[0].deadline.text)}”")
    move = moves[row.move]
    if move.statement is not None:
        details.append(f"on the word of {desk.word(move.statement, row.article)}")
    told = [moves[one] for one in entry.rows]
    references = [desk.reference(one.article, one.start) for one in (*told, *changed)]
    weight = "strong" if row.state in ("open", "due today") else "weak"
    text = f"{parties}: {_state(row, today)}"
    return Line(text, due, tuple(details), tuple(dict.fromkeys(references)), weight)


def _state(row: Deadline, today: dt.date | None) -> str:
    left = days_left(row, today) if today is not None else None
    words = f"“{wording.clean(row.text)}”"
    if row.state in ("met", "extended"):
        return f"{words}, {'moved' if row.state == 'extended' else row.state}"
    if left is None:
        return f"{words}, day not resolved" if row.due is None else words
    if left == 0:
        return f"{words}, due today"
    return f"{words}, {'due' if left > 0 else 'passed'} {wording.left(left)}"
