"""Dates of the record: ISO 8601, as precise as the text allows.

A date is ``2025``, ``2025-08``, ``2025-08-06``, or a date-time such as
``2025-08-06T14:30`` with optional seconds and offset. Rows keep dates as strings so that no
precision is invented; ``first_day`` and ``last_day`` give the days they cover.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

import msgspec

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,6})?)?"
    r"(?:Z|[+-]\d\d:?\d\d)?)?)?)?"
)


def is_date(value: str) -> bool:
    """Whether ``value`` is a date or date-time of the record's form that exists."""
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    year, month, day = (int(match[part] or 1) for part in ("year", "month", "day"))
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    try:
        dt.datetime(year, month, day, hour, minute, min(second, 59))
    except ValueError:
        return False
    return second <= 60


def require_date(value: str | None, field: str) -> None:
    """Raise ``ValueError`` naming ``field`` unless ``value`` is None or a date of the record."""
    if value is not None and not is_date(value):
        raise ValueError(f"{field}: {value!r} is not an ISO 8601 date")


def first_day(value: str) -> dt.date:
    """The first day that ``value`` covers: 2025-08 begins on 1 August 2025."""
    match = _DATE.match(value)
    if match is None:
        raise ValueError(f"{value!r} is not an ISO 8601 date")
    return dt.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))


def last_day(value: str) -> dt.date:
    """The last day that ``value`` covers: 2025-08 ends on 31 August 2025."""
    day = first_day(value)
    if len(value) == 4:
        return day.replace(month=12, day=31)
    if len(value) == 7:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When something was said or done.

    Attributes:
        since: first date (inclusive), or null when open or unknown.
        until: last date (inclusive), or null when open or unknown.
        text: the words that say so, or null when it follows from the date of publication.
    """

    since: str | None = None
    until: str | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        require_date(self.since, "since")
        require_date(self.until, "until")
