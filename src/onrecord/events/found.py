"""What the coder of events gives."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Event, Reason


@dataclass(frozen=True)
class Found:
    """Rows of events, and the reason of each.

    Attributes:
        rows: events in order of the text.
        reasons: one a row: which trigger, which frame.
    """

    rows: tuple[Event, ...] = ()
    reasons: tuple[Reason, ...] = ()
