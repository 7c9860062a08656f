"""Deadlines as of a given day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from onrecord.record.dates import first_day, last_day
from onrecord.record.move import Deadline


def as_of(deadlines: Iterable[Deadline], day: dt.date) -> tuple[Deadline, ...]:
    """The same deadlines with their state on ``day``.

    A deadline that the record says was met or extended keeps that state. One whose date
    could not be resolved has no state.
    """
    return tuple(_on(deadline, day) for deadline in deadlines)


def days_left(deadline: Deadline, day: dt.date) -> int | None:
    """Days from ``day`` to the last day of the deadline; negative once it has passed."""
    return (last_day(deadline.due) - day).days if deadline.due else None


def _on(deadline: Deadline, day: dt.date) -> Deadline:
    left = days_left(deadline, day)
    state = deadline.state
    if state not in ("met", "extended"):
        state = None
        if left is not None:
            state = "open" if left > 0 else "due today" if left == 0 else "passed"
    return msgspec.structs.replace(deadline, as_of=day.isoformat(), state=state)


def publication_day(published: str | None) -> dt.date | None:
    """The day an article was published, or None."""
    return first_day(published) if published else None
