"""What moved: deadlines that were put off or brought forward, and positions that turned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from onrecord.crisis.change import Change
from onrecord.crisis.deadlines import Entry
from onrecord.crisis.positions import positions
from onrecord.record import Move, Record
from onrecord.record.clock import publication_day
from onrecord.record.dates import last_day


def deadlines_moved(
    records: Iterable[Record], entries: Sequence[Entry], since: dt.date
) -> Iterator[Change]:
    """Deadlines of the ledger that a report from ``since`` on gives another day, each once."""
    by_row = {row: entry for entry in entries for row in entry.rows}
    places = _places(records)
    before: dict[str, Entry] = {}  # by the row that gives the new day, the newest old one
    for entry in entries:
        then = by_row.get(entry.deadline.because[0]) if entry.deadline.because else None
        if entry.deadline.state != "extended" or then is None:
            continue
        known = before.get(then.rows[0])
        if known is None or (known.published or "") < (entry.published or ""):
            before[then.rows[0]] = entry
    for row, entry in before.items():
        was, now = entry.deadline.due, by_row[row].deadline.due
        move, told = places[row]
        if was is None or now is None or told is None or told < since:
            continue
        moved = "put off" if last_day(now) > last_day(was) else "brought forward"
        parties = f"{entry.set_by or 'somebody'}"
        parties += f" to {', '.join(entry.on)}" if entry.on else ""
        detail = f"deadline of {parties} {moved} from {was} to {now}"
        yield _moved(move, told, detail, (entry.rows[-1], row))


def positions_moved(records: Iterable[Record], since: dt.date, today: dt.date) -> Iterator[Change]:
    """Positions that turned from refusing to giving, or back, by a move from ``since`` on."""
    for position in positions(records, day=today):
        if position.movement is None or position.issue == "other":
            continue
        before, after = (
            next(held for held in position.history if held.move.id == row)
            for row in position.because
        )
        told = publication_day(after.published)
        if told is None or told < since:
            continue
        move = after.move
        way = "toward the other side" if position.movement == "toward" else "away from it"
        detail = (
            f"{position.name} on {position.issue.replace('-', ' ')}: {before.move.kind} "
            f"({(before.published or 'no date')[:10]}), now {move.kind}: {way}"
        )
        yield _moved(move, told, detail, position.because)


def _moved(move: Move, told: dt.date, detail: str, rows: tuple[str, ...]) -> Change:
    return Change(
        kind="moved",
        article=move.article,
        start=move.start,
        end=move.end,
        text=move.text,
        detail=detail,
        rows=rows,
        on=told.isoformat(),
    )


def _places(records: Iterable[Record]) -> dict[str, tuple[Move, dt.date | None]]:
    return {
        move.id: (move, publication_day(record.article.published))
        for record in records
        for move in record.moves
    }
