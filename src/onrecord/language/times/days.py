"""Calendar arithmetic: shifting days, weekdays, week numbers, Easter, and what a value covers.

A *value* is a TIMEX3 value of a DATE or TIME (TimeML 1.2.1): ISO 8601, with decades and
centuries cut short (``199``, ``19``), seasons, quarters and halves (``2025-SU``, ``2025-Q3``,
``2025-H1``), and years before Christ (``BC0480``).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

DAY = dt.timedelta(days=1)
MONTHS_OF_QUARTER = 3
_VALUE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T.*)?"
    r"|(?P<wyear>\d{4})-W(?P<week>\d\d)(?:-(?P<wday>WE|[1-7]))?"
    r"|(?P<syear>\d{4})-(?P<part>SP|SU|FA|WI|Q[1-4]|H[12])"
    r"|(?P<myear>\d{4})-(?P<mmonth>\d\d)(?:-XX)?"
    r"|(?P<yyear>\d{4})|(?P<decade>\d{3})|(?P<century>\d\d)"
)
# Northern meteorological seasons; a winter begins in the December of its year.
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

Days = tuple[dt.date, dt.date]


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: dt.date, months: int) -> dt.date | None:
    """The same day of another month, cut to its last day; None outside the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: dt.date, days: int) -> dt.date | None:
    """``day`` moved by ``days``; None outside the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def add(day: dt.date, amount: float, unit: str) -> dt.date | None:
    """``day`` moved by an amount of a unit (Y, M, W, D, FN, Q, DE, CE, ML; others 0 days).

    Halves of a year or decade are taken in months, other fractions in whole days.
    """
    months = {"Y": 12, "M": 1, "Q": 3, "DE": 120, "CE": 1200, "ML": 12000, "QC": 300}.get(unit)
    if abs(amount) > 100_000:
        return None
    if months is not None:
        moved = add_months(day, int(amount * months))
        rest = amount * months - int(amount * months)
        return add_days(moved, round(rest * 30)) if moved and rest else moved
    days = {"W": 7, "D": 1, "FN": 14, "WE": 7, "NI": 1}.get(unit, 0)
    if unit == "TH":
        return add_days(day, int(amount / 24))
    return add_days(day, round(amount * days))


def weekday_at_or_before(day: dt.date, weekday: int) -> dt.date:
    """The last ``weekday`` (1 Monday to 7 Sunday) up to and including ``day``."""
    return day - dt.timedelta(days=(day.isoweekday() - weekday) % 7)


def weekday_at_or_after(day: dt.date, weekday: int) -> dt.date:
    """The next ``weekday`` (1 Monday to 7 Sunday) from ``day`` on."""
    return day + dt.timedelta(days=(weekday - day.isoweekday()) % 7)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The ``nth`` weekday of a month; -1 is the last."""
    first, last = month_days(year, month)
    if nth < 0:
        return weekday_at_or_before(last, weekday)
    day = weekday_at_or_after(first, weekday) + dt.timedelta(days=7 * (nth - 1))
    return day if day.month == month else None


def week_value(day: dt.date) -> str:
    """``2025-W32``: the ISO week that holds ``day``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: dt.date) -> int:
    """1 to 4."""
    return (day.month - 1) // MONTHS_OF_QUARTER + 1


def easter(year: int) -> dt.date:
    """Easter Sunday, Gregorian calendar: the anonymous computus (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian computus (Meeus), as a Gregorian day (years 1900 to 2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=13)


def covers(value: str | None) -> Days | None:
    """The first and last day of a TIMEX3 value, or None where it is not on the calendar."""
    match = _VALUE.fullmatch(value) if value else None
    if match is None:
        return None
    try:
        return _covered(match)
    except ValueError:
        return None


def _covered(match: re.Match[str]) -> Days:
    part = match.groupdict()
    if part["day"]:
        day = dt.date(int(part["year"]), int(part["month"]), int(part["day"]))
        return day, day
    if part["week"]:
        return _week_days(int(part["wyear"]), int(part["week"]), part["wday"])
    if part["part"]:
        return _part_days(int(part["syear"]), part["part"])
    if part["mmonth"]:
        return month_days(int(part["myear"]), int(part["mmonth"]))
    length = 1 if part["yyear"] else 10 if part["decade"] else 100
    first = int(part["yyear"] or part["decade"] or part["century"]) * length
    return dt.date(first, 1, 1), dt.date(first + length - 1, 12, 31)


def _week_days(year: int, week: int, wday: str | None) -> Days:
    monday = dt.date.fromisocalendar(year, week, 1)
    if wday == "WE":
        return monday + 5 * DAY, monday + 6 * DAY
    if wday:
        day = monday + (int(wday) - 1) * DAY
        return day, day
    return monday, monday + 6 * DAY


def _part_days(year: int, part: str) -> Days:
    if part in _SEASON_MONTHS:
        month = _SEASON_MONTHS[part]
        first = dt.date(year, month, 1)
        last_year = year + (month == 12)
        return first, month_days(last_year, (month + 1) % 12 + 1)[1]
    length = 3 if part[0] == "Q" else 6
    month = (int(part[1]) - 1) * length + 1
    return dt.date(year, month, 1), month_days(year, month + length - 1)[1]


def narrow(days: Days, part: str | None) -> Days:
    """The early, middle or late third of some days; all of them for another ``part``."""
    first, last = days
    third = ((last - first).days + 1) // 3
    if part == "early":
        return first, first + max(third - 1, 0) * DAY
    if part == "mid":
        return first + third * DAY, last - third * DAY
    if part == "late":
        return last - max(third - 1, 0) * DAY, last
    return days
