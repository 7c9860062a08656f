"""Times: every time expression that was found in an article."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.record.dates import require_date


class Time(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A time expression (TIMEX3, TimeML 1.2.1).

    Attributes:
        article, start, end, text: the words.
        type: DATE, TIME, DURATION or SET.
        value: as TIMEX3 defines it (``2025-08-06``, ``2025-W31``, ``P3Y6M``, ``PAST_REF``),
            or null where it cannot be resolved.
        since, until: the days it covers, where it is anchored on the calendar.
    """

    article: str
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None = None
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        require_date(self.since, "since")
        require_date(self.until, "until")
